namespace Lexicon.Local.Tests.Lambda.Sandbox;

/// <summary>Something that a function tries and should not achieve.</summary>
/// <param name="Attempt">What it tries, for docs/sandbox.md.</param>
/// <param name="Wall">What stops it.</param>
/// <param name="Script">The shell script that tries; <c>{folder}</c> is the assembly, <c>{runner}</c> the runner's process.</param>
/// <param name="Outcome">What it prints, as a regular expression.</param>
public sealed record Escape(string Attempt, string Wall, string Script, string Outcome)
{
    public static IReadOnlyList<Escape> All { get; } =
    [
        new(
            "write to its own code",
            "`/var/task` is mounted read-only",
            "echo x >> $LAMBDA_TASK_ROOT/bootstrap; touch /var/task/new",
            "Read-only file system\n.*Read-only file system\n$"),
        new(
            "write anywhere but to `/tmp`",
            "everything else is mounted read-only",
            "for place in / /usr /etc /var /opt /dev /dev/shm /proc /home; do touch $place/new 2>/dev/null && echo $place; done; echo done",
            "^done\n$"),
        new(
            "read the assembly, or another function's code",
            "it is not mounted",
            "ls {folder}",
            "No such file or directory\n$"),
        new(
            "read the person's home, or the runner's data",
            "neither is mounted",
            "ls -d /root /home /work /mnt /srv 2> /dev/null; ls ~",
            "^ls: [^\n]*No such file or directory\n$"),
        new(
            "see or end other processes",
            "a process namespace of its own",
            "kill -0 {runner} && echo seen; ls /proc | grep -c '^[0-9]'",
            "No such process\n+[4-6]\n$"),
        new(
            "read the environment of another function, or of the runner",
            "`/proc` shows its own processes",
            "cat /proc/[0-9]*/environ 2> /dev/null | tr '\\0' '\\n' | grep -E '^(AWS_LAMBDA_FUNCTION_NAME|LEXICON)' | sort -u",
            "^AWS_LAMBDA_FUNCTION_NAME=escaping\n$"),
        new(
            "end the first process of its namespace",
            "the kernel keeps that one from its own children",
            "kill -9 1; echo alive",
            "^alive\n$"),
        new(
            "be root in a namespace of its own, to mount something",
            "no more user namespaces (`--disable-userns`)",
            "unshare --user --map-root-user --mount true && echo root",
            "unshare failed: No space left on device\n$"),
        new(
            "change the kernel's settings",
            "`/proc/sys` is mounted read-only",
            "echo 1 > /proc/sys/vm/drop_caches",
            "Read-only file system\n$"),
        new(
            "learn who uses this machine, and what it is called",
            "`/etc/passwd` is Lambda's; a host name of its own",
            "cat /etc/passwd | cut -d: -f1; id -un; hostname",
            "^root\nsbx_user1051\nsbx_user1051\nlocalhost\n$"),
        new(
            "fill the disk",
            "`/tmp` has the size of `EphemeralStorage`, whatever the function's memory",
            "head -c 600000000 /dev/zero > /tmp/large; stat -c %s /tmp/large; rm /tmp/large",
            "No space left on device\n5368[0-9]*\n$"),
        new(
            "start processes without end",
            "1,024 of them (a control group, else `RLIMIT_NPROC`)",
            "mkfifo /tmp/w; i=0; while [ $i -lt 1100 ]; do (read x < /tmp/w) > /dev/null 2>&1 & i=$((i + 1)); done; echo all",
            "(Cannot fork|Resource temporarily unavailable)"),
        new(
            "open files without end",
            "1,024 file handles (`RLIMIT_NOFILE`)",
            "ulimit -n; ulimit -n 2000 || echo refused",
            "^1024\n[^\n]*refused\n$|^1024\n[^\n]*(cannot modify|Operation not permitted|error setting)"),
    ];

    public override string ToString() => Attempt;
}
