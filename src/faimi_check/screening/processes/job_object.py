"""What bounds a process's memory on Windows: a job object, by way of pywin32."""

from __future__ import annotations

from typing import Any

_job: Any = None


def has_bounded_memory(most: int) -> bool:
    """Lets this process have so many bytes, and no more, from now on; False where the system does not do that.

    A process that crashes in it ends at once, without a window that waits for somebody to close it.
    """
    global _job
    try:
        import win32api
        import win32job
    except ImportError:
        return False
    try:
        job = _job or win32job.CreateJobObject(None, "")
        kind = win32job.JobObjectExtendedLimitInformation
        limits = win32job.QueryInformationJobObject(job, kind)
        limits["ProcessMemoryLimit"] = most
        limits["BasicLimitInformation"]["LimitFlags"] |= (
            win32job.JOB_OBJECT_LIMIT_PROCESS_MEMORY | win32job.JOB_OBJECT_LIMIT_DIE_ON_UNHANDLED_EXCEPTION
        )
        win32job.SetInformationJobObject(job, kind, limits)
        if _job is None:
            win32job.AssignProcessToJobObject(job, win32api.GetCurrentProcess())
            _job = job
    except win32api.error:
        return False
    return True
