"""A made-up agency with two years behind it, to try things with. Looks at every feature; no feature knows it."""
