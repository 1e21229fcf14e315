namespace Lexicon.Functions.Modelling;

/// <summary>On whose behalf a table is asked: how long they wait, and what they are told of its use. Requests may run at once.</summary>
internal interface ITableCall
{
    /// <summary>Ends the requests.</summary>
    CancellationToken Token { get; }

    /// <summary>What is left of the time; nothing waits longer.</summary>
    TimeSpan Remaining { get; }

    /// <summary>A request that reads was answered.</summary>
    /// <param name="action">DynamoDB's name for it.</param>
    /// <param name="units">The read units that it consumed.</param>
    void Read(string action, double units);

    /// <summary>A request that writes was answered.</summary>
    /// <param name="action">DynamoDB's name for it.</param>
    /// <param name="units">The write units that it consumed.</param>
    void Wrote(string action, double units);

    /// <summary>Something has to be sent again.</summary>
    void Retried();
}
