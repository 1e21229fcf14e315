using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Watching;

/// <summary>A cloud and how many still need it: every request that it answers, and the runner as long as it is the newest.</summary>
internal sealed class Generation(Cloud cloud, ResourceGraph graph)
{
    private int _users = 1;

    /// <summary>The cloud.</summary>
    public Cloud Cloud => cloud;

    /// <summary>What it provisioned.</summary>
    public ResourceGraph Graph => graph;

    /// <summary>One more needs it.</summary>
    public void Enter() => Interlocked.Increment(ref _users);

    /// <summary>One needs it no more. After the last it retires.</summary>
    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            _ = cloud.RetireAsync();
        }
    }
}
