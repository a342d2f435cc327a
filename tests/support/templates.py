"""Templates are compiled once per run: it takes seconds for all of ours, and every application would do it again."""

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

_compiled: dict[str, bytes] = {}


class _Memory(BytecodeCache):
    def load_bytecode(self, bucket: Bucket) -> None:
        if words := _compiled.get(bucket.key):
            bucket.bytecode_from_string(words)

    def dump_bytecode(self, bucket: Bucket) -> None:
        _compiled[bucket.key] = bucket.bytecode_to_string()


def keep_compiled(environment: Environment) -> None:
    """From now on this environment shares what it compiles with all others."""
    environment.bytecode_cache = _Memory()
