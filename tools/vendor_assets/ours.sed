# Our colours and fonts in place of the USWDS names that stand in for them (see uswds.scss).
s/font-family:Screen Sans, */font-family:var(--gw-sans)/g
s/font-family:Screen Serif, */font-family:var(--gw-serif)/g
s/#216e1f/#146947/g
s/#154c21/#0c4e29/g
s/#19311e/#193324/g
s/#face00/#ffbe2e/g
s/#9c3d10/#b50909/g
s/#454545/#54544a/g
s/#757575/#76766a/g
s/#565c65/#76766a/g
s/#71767a/#76766a/g
s/#c9c9c9/#c9bfac/g
s/#dfe1e2/#e3dccd/g
s/#e6e6e6/#e3dccd/g
s/#f0f0f0/#f0f0ec/g
