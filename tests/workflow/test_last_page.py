"""An old page is not read for a new run's."""

import os

import pytest

from workflow.report import last_page

pytestmark = pytest.mark.xdist_group("pipeline")


def page(tmp_path):
    report = tmp_path / "report"
    report.mkdir()
    (report / "style.css").write_text("body { margin: 0 }\n")
    (report / "index.html").write_text("<p>the last run</p>")
    return report


def test_the_notice_stands_in_the_style_of_all_pages_once(tmp_path):
    report = page(tmp_path)
    last_page.mark(report)
    last_page.mark(report)
    text = (report / "style.css").read_text()
    assert text.startswith("body { margin: 0 }") and text.count(f'content: "{last_page.SAYS}"') == 1


def test_the_page_is_out_of_date_from_then_on(tmp_path):
    report = page(tmp_path)
    last_page.mark(report)
    assert os.stat(report / "index.html").st_mtime == 0


def test_where_there_is_no_page_nothing_is_made(tmp_path):
    last_page.mark(tmp_path / "report")
    assert not (tmp_path / "report").exists()


def test_another_users_page_is_dated_back_too(tmp_path, monkeypatch):
    report, utime, refused = page(tmp_path), os.utime, []

    def by_its_owner_alone(path, times):
        if not refused:
            refused.append(path)
            raise PermissionError(1, "Operation not permitted")
        utime(path, times)

    monkeypatch.setattr(os, "utime", by_its_owner_alone)
    last_page.mark(report)
    assert os.stat(report / "index.html").st_mtime == 0
    assert (report / "index.html").read_text() == "<p>the last run</p>"
