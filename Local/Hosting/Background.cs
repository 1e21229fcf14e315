namespace Lexicon.Local.Hosting;

/// <summary>
/// Work that nobody waits for. An exception in a timer's callback or in a thread would end the whole runner, and one in a task would be
/// lost: here it is reported at the terminal, and everything else continues.
/// </summary>
internal static class Background
{
    /// <summary>A timer that is not set yet.</summary>
    /// <param name="time">Its clock.</param>
    /// <param name="work">What it does, for messages.</param>
    /// <param name="callback">Does it.</param>
    public static ITimer CreateTimer(TimeProvider time, string work, Action callback) =>
        time.CreateTimer(_ => Run(work, callback), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    /// <summary>Runs something that an event calls.</summary>
    public static void Run(string work, Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Report(work, failure);
        }
    }

    /// <summary>Starts a thread, which does not keep the runner alive.</summary>
    public static void StartThread(string work, Action action) =>
        new Thread(() => Run(work, action), maxStackSize: 256 * 1024) { IsBackground = true, Name = work }.Start();

    /// <summary>Starts a task on the caller's thread.</summary>
    public static void StartTask(string work, Func<Task> task) => _ = RunAsync(work, task);

    private static async Task RunAsync(string work, Func<Task> task)
    {
        try
        {
            await task();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            Report(work, failure);
        }
    }

    private static void Report(string work, Exception failure)
    {
        try
        {
            Progress.Warn($"{work} failed: {failure.Message}");
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException)
        {
            // The terminal is gone, and with it whoever would read this.
        }
    }
}
