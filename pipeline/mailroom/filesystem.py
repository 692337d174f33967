"""What kind of file system a folder lies on: a share of the network holds neither locks nor what was flushed.

Stations may drop on a share; what we keep may not lie on one. Shares that a machine sees through its own kernel alone
(``9p`` and ``virtiofs``, the folders of a virtual machine's host) are no such share: nobody else locks there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import Misuse

REMOTE = frozenset(
    {
        *("afs", "beegfs", "ceph", "cifs", "coda", "davfs", "glusterfs", "gpfs", "lustre", "ncpfs", "nfs", "nfs4"),
        *("orangefs", "pvfs2", "smb2", "smb3", "smbfs", "vboxsf"),
    }
)
FUSE, LOCAL_FUSE = "fuse.", frozenset({"fuse.fuse-overlayfs"})
"""Behind FUSE is a program whose locks nobody vouches for (sshfs, rclone, a cloud); ``fuseblk`` is a disk."""
MOUNTS = Path("/proc/self/mountinfo")
_ESCAPED = re.compile(r"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A file system, and the folder at which it begins. ``kind``: as the kernel names it (``ext4``, ``nfs4``…)."""

    point: Path
    kind: str

    @property
    def is_remote(self) -> bool:
        """Whether other machines may write there, unseen by our kernel."""
        return self.kind in REMOTE or (self.kind.startswith(FUSE) and self.kind not in LOCAL_FUSE)


def mounts_of(mountinfo: str) -> list[Mount]:
    """Return what a ``mountinfo`` says, in its order; lines that are not as proc(5) has them are passed over."""
    found = []
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            found.append(Mount(Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4])), after.split(" ")[0]))
    return found


def mounts() -> list[Mount]:
    """Return the file systems of this machine; none where the kernel does not say."""
    try:
        return mounts_of(MOUNTS.read_text(encoding="utf-8", errors="surrogateescape"))
    except FileNotFoundError:
        return []


def mount_of(path: Path, known: Sequence[Mount]) -> Mount | None:
    """Return the file system on which an absolute path lies: the deepest, and of two at one point the later."""
    above = [mount for mount in known if path.is_relative_to(mount.point)]
    return max(reversed(above), key=lambda mount: len(mount.point.parts), default=None)


def is_remote(folder: Path, known: Sequence[Mount]) -> bool:
    """Say whether a folder lies on a share of the network."""
    mount = mount_of(folder.resolve(), known)
    return mount is not None and mount.is_remote


def refuse_remote(places: Mapping[str, Path], known: Sequence[Mount]) -> None:
    """Raise Misuse when one of ``places``, by the name of what sets it, lies on a share of the network."""
    for name, folder in places.items():
        mount = mount_of(folder.resolve(), known)
        if mount is not None and mount.is_remote:
            raise Misuse(
                f"{name} : {folder} est sur un partage réseau ({mount.kind}, monté sur {mount.point}), où ni les "
                "verrous ni l'écriture sur disque ne sont sûrs : des plis s'y perdraient. Mettez-le sur un disque de "
                "cette machine ; seul inbox/ peut être un partage."
            )
