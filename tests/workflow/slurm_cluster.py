"""A real SLURM of one node, started by hand for a test: munged, slurmctld and slurmd below one folder."""

import os
import re
import secrets
import shutil
import socket
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

PROGRAMS = ("munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel")
SBIN = "/usr/sbin:/sbin"
CONF = """\
ClusterName=one
SlurmctldHost={host}(127.0.0.1)
SlurmUser={user}
SlurmdUser={user}
AuthType=auth/munge
AuthInfo=socket={folder}/munge.sock
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
SlurmctldPort={port}
SlurmdPort={next_port}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=2,bf_interval=2,batch_sched_delay=0
ReturnToService=2
MinJobAge=3600
KillWait=5
GresTypes=gpu
NodeName={host} NodeAddr=127.0.0.1 CPUs={cpus} RealMemory={memory} Gres=gpu:2 State=UNKNOWN
PartitionName=main Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def missing() -> str:
    """What is lacking for a SLURM on this machine; empty where nothing is."""
    path = f"{os.environ['PATH']}:{SBIN}"
    lacking = [name for name in PROGRAMS if not shutil.which(name, path=path)]
    if lacking:
        return f"no {', '.join(lacking)} here: apt-get install slurm-wlm munge"
    return "" if os.geteuid() == 0 else "slurmd runs jobs as their user only for root"


class Cluster:
    """One node with all cores of this machine and two pretended GPUs; `environment` leads a client to it."""

    def __init__(self, folder: Path):
        self.folder = folder
        path = f"{folder}/bin:{os.environ['PATH']}:{SBIN}"
        self.environment = {**os.environ, "SLURM_CONF": str(folder / "slurm.conf"), "PATH": path}
        self._processes: list[subprocess.Popen] = []

    def start(self) -> None:
        """Configure and start the three daemons; returns when the node takes jobs."""
        for name in ("state", "spool", "bin"):
            (self.folder / name).mkdir(parents=True)
        self._configure()
        key, socket_file = self.folder / "munge.key", self.folder / "munge.sock"
        key.touch(0o600)
        key.write_bytes(secrets.token_bytes(128))
        files = {"key-file": key, "socket": socket_file, "log-file": "munged.log", "seed-file": "munge.seed"}
        options = [f"--{name}={self.folder / value}" for name, value in files.items()]
        self._run("munged", "--force", "--foreground", f"--pid-file={self.folder / 'munged.pid'}", *options)
        self._wait(socket_file.exists, "munged")
        self._run("slurmctld", "-D", "-f", str(self.folder / "slurm.conf"))
        self._wait(lambda: "UP" in self.ask("scontrol", "ping"), "slurmctld")
        self._run("slurmd", "-D", "-f", str(self.folder / "slurm.conf"), "-N", _host())
        self._wait(lambda: self.ask("sinfo", "-h", "-o", "%T").strip() in ("idle", "mixed"), "slurmd")

    def stop(self) -> None:
        """Cancel what is left and end the daemons, the last one started first."""
        try:
            self.cancel()
        finally:
            for process in reversed(self._processes):
                process.terminate()
                try:
                    process.wait(timeout=20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def ask(self, *command: str) -> str:
        """What a client command prints."""
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False, timeout=60)
        return done.stdout

    def jobs(self, states: str = "PENDING,RUNNING") -> list[tuple[str, str, str, str]]:
        """Id, state, name and comment of the jobs in these states; the comment names rule and wildcards."""
        rows = self.ask("squeue", "-h", "-t", states, "-o", "%i|%T|%j|%k").splitlines()
        return [tuple(row.split("|", 3)) for row in rows]  # type: ignore[misc]

    def memory(self, job: str) -> int:
        """The megabytes that a job has asked for."""
        asked = re.search(r"MinMemoryNode=([\d.]+)([MG])", self.ask("scontrol", "show", "job", job))
        return int(float(asked[1]) * (1024 if asked[2] == "G" else 1)) if asked else 0

    def cancel(self, prefix: str = "") -> None:
        """Cancel the jobs whose name begins so, and wait until they are gone."""
        mine = [job for job, _, name, _ in self.jobs() if name.startswith(prefix)]
        if mine:
            self.ask("scancel", *mine)
        self._wait(lambda: not [job for job in self.jobs("PENDING,RUNNING,COMPLETING") if job[0] in mine], "scancel")

    def _configure(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2**20
        names = {"host": _host(), "user": "root", "folder": self.folder, "port": port, "next_port": port + 1}
        (self.folder / "slurm.conf").write_text(CONF.format(**names, cpus=os.cpu_count(), memory=memory * 9 // 10))
        devices = [self.folder / f"gpu{number}" for number in range(2)]
        for device in devices:
            device.touch()
        gpus = "".join(f"NodeName={_host()} Name=gpu File={device}\n" for device in devices)
        (self.folder / "gres.conf").write_text(gpus)
        # Within a job the executor drops SLURM_CONF before it calls srun: this one puts it back.
        shim = self.folder / "bin" / "srun"
        real = shutil.which("srun")
        shim.write_text(f'#!/bin/sh\nexport SLURM_CONF="{self.folder}/slurm.conf"\nexec {real} "$@"\n')
        shim.chmod(0o755)

    def _run(self, *command: str) -> None:
        quiet = subprocess.DEVNULL
        self._processes.append(subprocess.Popen(command, env=self.environment, stdout=quiet, stderr=quiet))

    def _wait(self, ready: Callable[[], bool], what: str, seconds: float = 120.0) -> None:
        end = time.monotonic() + seconds
        while not ready():
            if time.monotonic() > end:
                raise TimeoutError(f"{what} did not get ready in {seconds:g} s; its log is in {self.folder}")
            time.sleep(0.2)


def _host() -> str:
    return socket.gethostname().split(".")[0]
