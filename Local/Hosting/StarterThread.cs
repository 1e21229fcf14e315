using System.Collections.Concurrent;

namespace Lexicon.Local.Hosting;

/// <summary>
/// The one thread that starts processes. The kernel sends a parent death signal (prctl(2), PR_SET_PDEATHSIG) when the
/// <em>thread</em> that started the child ends, and threads of the pool come and go.
/// </summary>
internal sealed class StarterThread : IProcessStarter, IDisposable
{
    private readonly BlockingCollection<Action> _work = [];

    public StarterThread()
    {
        var thread = new Thread(Loop, maxStackSize: 256 * 1024) { IsBackground = true, Name = "process starter" };
        thread.Start();
    }

    public T Run<T>(Func<T> function)
    {
        var result = new TaskCompletionSource<T>();
        _work.Add(() =>
        {
            try
            {
                result.SetResult(function());
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                result.SetException(failure);
            }
        });
        return result.Task.GetAwaiter().GetResult();
    }

    public void Dispose() => _work.CompleteAdding();

    private void Loop()
    {
        foreach (var action in _work.GetConsumingEnumerable())
        {
            action();
        }
    }
}
