"""A share of the network is told from a disk by what the kernel says of it."""

from pathlib import Path

import pytest

from pipeline.errors import Misuse
from pipeline.mailroom.filesystem import is_remote, mount_of, mounts, mounts_of, refuse_remote

TOLD = r"""
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/vda rw,discard
31 27 0:40 / /srv/pli/inbox rw,relatime shared:5 - cifs //nas/scans rw,vers=3.1.1
32 27 0:41 / /srv/pli/inbox/local rw,relatime - xfs /dev/vdb rw
33 27 0:42 / /mnt/deux\040mots rw,relatime - nfs4 nas:/export rw
34 27 0:43 / /mnt/nuage rw - fuse.rclone nuage: rw
35 27 0:44 / /mnt/cle rw - fuseblk /dev/sdb1 rw
36 27 0:45 / /mnt/conteneur rw - fuse.fuse-overlayfs fuse-overlayfs rw
37 27 0:46 / /mnt/hote rw - 9p hote rw
38 27 0:47 / /mnt/superpose rw - nfs nas:/a rw
39 27 0:48 / /mnt/superpose rw - ext4 /dev/vdc rw
not a line of a mountinfo
"""
KNOWN = mounts_of(TOLD)


@pytest.mark.parametrize(
    ("folder", "kind", "remote"),
    [
        ("/srv/pli/var", "ext4", False),
        ("/srv/pli/inbox/papier-guichet", "cifs", True),
        ("/srv/pli/inbox-2", "ext4", False),
        ("/srv/pli/inbox/local/s1", "xfs", False),
        ("/mnt/deux mots/pli", "nfs4", True),
        ("/mnt/nuage", "fuse.rclone", True),
        ("/mnt/cle/pli", "fuseblk", False),
        ("/mnt/conteneur/pli", "fuse.fuse-overlayfs", False),
        ("/mnt/hote/pli", "9p", False),
        ("/mnt/superpose/pli", "ext4", False),
    ],
)
def test_a_folder_lies_on_the_deepest_file_system_above_it(folder, kind, remote):
    mount = mount_of(Path(folder), KNOWN)
    assert (mount.kind, mount.is_remote, is_remote(Path(folder), KNOWN)) == (kind, remote, remote)


def test_what_we_keep_may_not_lie_on_a_share_and_the_refusal_says_which_and_why():
    places = {"var/": Path("/srv/pli/var"), "PLI_BASE": Path("/mnt/deux mots/base")}
    with pytest.raises(Misuse) as refused:
        refuse_remote(places, KNOWN)
    assert str(refused.value).startswith("PLI_BASE : /mnt/deux mots/base est sur un partage réseau (nfs4")
    refuse_remote({"var/": places["var/"]}, KNOWN)


def test_where_the_kernel_says_nothing_nothing_is_refused(tmp_path):
    refuse_remote({"var/": tmp_path}, [])
    assert mount_of(tmp_path, []) is None


def test_this_machine_is_known(tmp_path):
    assert mount_of(tmp_path.resolve(), mounts()) is not None
