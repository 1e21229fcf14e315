namespace Lexicon.Local.Hosting;

/// <summary>Whether functions run in a sandbox (<c>--sandbox</c>).</summary>
internal enum SandboxMode
{
    /// <summary>As far as this machine can; the ready message says what is not held.</summary>
    Auto,

    /// <summary>It is an error if this machine has no bubblewrap that works.</summary>
    On,

    /// <summary>Functions are processes like any other.</summary>
    Off,
}
