namespace Lexicon.Local.Hosting;

/// <summary>The thread on which a process is started, from which it inherits what a thread has of its own.</summary>
internal interface IProcessStarter
{
    /// <summary>Runs the function on the thread and answers or throws what it does.</summary>
    T Run<T>(Func<T> function);
}
