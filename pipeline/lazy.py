"""What is found out when it is first asked for, and then kept with whom it was asked of."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - stands where a decorator's name does
    """As `functools.cached_property`, without the lock that this takes for every value until Python 3.12.

    Pages and memos are looked at by one thread each; two that asked at once would both find the same.
    """

    def __init__(self, find: Callable[[Any], T]) -> None:
        self.find, self.name, self.__doc__ = find, find.__name__, find.__doc__

    @overload
    def __get__(self, asked: None, owner: type) -> Self: ...

    @overload
    def __get__(self, asked: object, owner: type) -> T: ...

    def __get__(self, asked: object | None, owner: type) -> T | Self:
        if asked is None:
            return self
        value = asked.__dict__[self.name] = self.find(asked)  # which is found there, without us, from now on
        return value
