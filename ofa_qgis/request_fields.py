"""How a person gives a field of a request: the option of the shell, what it is called there, and what it may be.

`ofa_qgis/request_fields.py` and `engine/request_fields.py` are the same bytes (a test compares them): standard library
only, Python 3.9. A field is declared once, in `protocol.py`, with `given`. Options of commands and parameters of
algorithms are made from these declarations.
"""

from dataclasses import MISSING, Field, dataclass, field, fields, is_dataclass, replace
from typing import Any, Callable, Dict, Iterator, Mapping, Tuple, get_args, get_type_hints

KEY = "option"


@dataclass(frozen=True)
class Option:
    """What a front knows of a field beside its name, type and default.

    Attributes:
        help: one sentence for the shell, in English.
        metavar: how the shell shows the value.
        name: the shell's option, where it is not "--" and the field's name; "" for most.
        choices: what the value may be, where that is a fixed list.
        is_argument: the shell takes it without the name of an option.
        is_required: nothing can be done without it.
        told_by: the field whose option gives this one as well; such a field has no option of its own.
    """

    help: str = ""
    metavar: str = ""
    name: str = ""
    choices: Tuple[str, ...] = ()
    is_argument: bool = False
    is_required: bool = False
    told_by: str = ""


def given(default: Any, option: Option) -> Any:
    """A field of a dataclass that a person can give; a `default` that is a dict is copied for each value."""
    metadata = {KEY: option}
    if default is MISSING:
        return field(metadata=metadata)
    if isinstance(default, dict):
        return field(default_factory=default.copy, metadata=metadata)
    return field(default=default, metadata=metadata)


@dataclass(frozen=True)
class Given:
    """A field that a person can give.

    Attributes:
        path: where it is in the request: ("scene", "units").
        field: of the dataclass.
        hint: its type.
        option: how it is given.
    """

    path: Tuple[str, ...]
    field: "Field[Any]"
    hint: Any
    option: Option

    @property
    def name(self) -> str:
        """The field's own name; no two of a request have one."""
        return self.path[-1]

    @property
    def default(self) -> Any:
        """What it is if nobody gives it; None if there is nothing."""
        if self.field.default is not MISSING:
            return self.field.default
        return None if self.field.default_factory is MISSING else self.field.default_factory()


def givens(cls: Any, path: Tuple[str, ...] = ()) -> Iterator[Given]:
    """The fields of a dataclass that a person can give, those of the specs in it too, in the order of declaration."""
    hints = get_type_hints(cls)
    for each in fields(cls):
        if is_dataclass(hints[each.name]):
            yield from givens(hints[each.name], (*path, each.name))
        elif KEY in each.metadata:
            yield Given((*path, each.name), each, hints[each.name], each.metadata[KEY])


def choices_of(cls: Any, name: str) -> Tuple[str, ...]:
    """What a field may be."""
    return next(each.option.choices for each in givens(cls) if each.name == name)


def nested(values: Mapping[Tuple[str, ...], Any]) -> Dict[str, Any]:
    """Values by path as objects within each other: ``{("scene", "units"): "dn"}`` is ``{"scene": {"units": "dn"}}``."""
    made: Dict[str, Any] = {}
    for path, value in values.items():
        inside = made
        for name in path[:-1]:
            inside = inside.setdefault(name, {})
        inside[path[-1]] = value
    return made


def build(cls: Any, values: Mapping[str, Any], read: Callable[[Any], Any] = lambda value: value) -> Any:
    """A dataclass, and the specs in it, from nested values; what is no field is ignored.

    Args:
        cls: the dataclass.
        values: by name of field.
        read: makes of a value what the field holds.

    Raises:
        TypeError: a field that must be given is missing, or an object is none.
    """
    hints, there = get_type_hints(cls), {each.name for each in fields(cls)}
    if not isinstance(values, Mapping):
        raise TypeError(f"expected an object, found {type(values).__name__}")
    return cls(**{name: _built(hints[name], value, read) for name, value in values.items() if name in there})


def each_of(hint: Any) -> Any:
    """The dataclass of which a field holds any number: `SceneSpec` of ``Tuple[SceneSpec, ...]``; None of all else."""
    inner = get_args(hint)
    return inner[0] if inner[1:] == (...,) and is_dataclass(inner[0]) else None


def _built(hint: Any, value: Any, read: Callable[[Any], Any]) -> Any:
    if is_dataclass(hint):
        return build(hint, value, read)
    many = each_of(hint)
    if many:
        return tuple(item if isinstance(item, many) else build(many, item, read) for item in value)
    return read(value)


def changed(value: Any, said: Mapping[str, Any]) -> Any:
    """A request, or a spec, in which nested values are as `said`.

    Raises:
        TypeError: it has no such field.
    """
    old = {name: getattr(value, name, None) for name in said}
    return replace(value, **{n: changed(old[n], new) if is_dataclass(old[n]) else new for n, new in said.items()})
