"""Whose a folder is, by what it is called."""

from __future__ import annotations

import pytest

from faimi_check.rules.naming.people.file_names import called_after, persons_in_path


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("./quiroga_mateo_thesis/c3/bars.pdf", "quiroga mateo thesis"),
        ("diss_ingrid/plots/roc.pdf", "diss ingrid"),
        ("../Desktop_Moira/fig.png", "Desktop Moira"),
        ("phd/figures/roc.pdf", None),
        ("thesis_final/roc.pdf", None),
        ("backup_2026/fig_august.pdf", None),
        ("unet_max/roc.pdf", None),
        ("./figs_kvistlab/bars.pdf", "kvistlab"),
        ("figs_skinlab/bars.pdf", None),
        ("figs_matlab/bars.pdf", None),
    ],
)
def test_a_folder_of_somebodys_own_work_names_whom(path: str, named: str | None) -> None:
    assert [one.text for one in persons_in_path(path)] == ([named] if named else [])


@pytest.mark.parametrize(
    ("host", "after"),
    [
        ("ingrid-halden.no", "person"),
        ("moirahalden.net", "person"),
        ("matildeferrante.com.ar", "person"),
        ("augenpraxis-halden.de", "practice"),
        ("imaging.haldenvets.co.nz", "practice"),
        ("halden-delays.org", ""),
        ("max.org", ""),
        ("anna.org", ""),
    ],
)
def test_whom_a_host_is_called_after(host: str, after: str) -> None:
    assert called_after(host) == after
