"""What a running site knows of itself: pages, pictures and review ask it of the Datasette object."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.messages import Lang
from pipeline.store.under_way import State


@dataclass(frozen=True, slots=True)
class Site:
    """output: the run's folder. database: the name under which Datasette serves the index.

    token, session: what opens review and what its cookie then holds; empty where review is not on. address: where the
    site is reached, without a slash at the end. originals: folders in which the originals lie now, if not where they
    were read. begun: what was known of the run when the site was started; what is searched is what was read by then.
    """

    output: Path
    database: str
    unmasked: bool = False
    lang: Lang = "sv"
    address: str = "http://127.0.0.1:8001"
    review: bool = False
    token: str = ""
    session: str = ""
    originals: tuple[Path, ...] = ()
    begun: State = "done"

    @property
    def port(self) -> str:
        """For the names of cookies: browsers share them between the ports of a machine."""
        return (self.address.rpartition(":")[2].strip("/") or "443").replace(".", "_")

    @property
    def mark(self) -> tuple[str, str]:
        """The cookie, name and value, by which all pages know who has opened the review. It opens nothing."""
        return f"lupp_granskar_{self.port}", hashlib.sha256(self.session.encode()).hexdigest()[:16]


def remember(datasette: Any, site: Site) -> None:
    """Tie a site to its Datasette object."""
    datasette._lupp_site = site


def site_of(datasette: Any) -> Site:
    """The site that a Datasette object serves."""
    site: Site = datasette._lupp_site
    return site


def is_site(datasette: Any) -> bool:
    """Whether a Datasette object is one of ours: plugins are asked by every one in the process."""
    return hasattr(datasette, "_lupp_site")
