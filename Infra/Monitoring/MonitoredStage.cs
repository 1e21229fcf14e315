using Lexicon.Functions;
using Lexicon.Infra.Api;
using Lexicon.Infra.Events;

namespace Lexicon.Infra.Monitoring;

/// <summary>
/// What the stage is known by in CloudWatch. Functions, their queue and their log groups have names that follow from the stack's,
/// so that an operation can be added or removed without a value between stacks that would have to change.
/// </summary>
internal sealed record MonitoredStage
{
    /// <summary>The stage's name in full, the name of its API and the namespace of its own metrics: <c>Lexicon-dev</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The stage of the REST API: <c>dev</c>.</summary>
    public required string ApiStage { get; init; }

    /// <summary>The stack with the functions: <c>Lexicon-dev-Api</c>.</summary>
    public required string ApiStack { get; init; }

    /// <summary>The stack with what deals with events: <c>Lexicon-dev-Events</c>.</summary>
    public required string EventsStack { get; init; }

    /// <summary>The table.</summary>
    public required string TableName { get; init; }

    /// <summary>The distribution.</summary>
    public required string DistributionId { get; init; }

    /// <summary>The Region of everything but the distribution.</summary>
    public required string Region { get; init; }

    /// <summary>The operations of the API, each with a function.</summary>
    public required IReadOnlyList<string> Operations { get; init; }

    /// <summary>The stack with the functions of the WebSocket API: <c>Lexicon-dev-Live</c>.</summary>
    public string LiveStack => $"{Name}-Live";

    /// <summary>The operations of the WebSocket API, which are among <see cref="Operations"/>.</summary>
    public IReadOnlyList<string> LiveOperations { get; init; } = [];

    /// <summary>What deals with events, each with a function.</summary>
    public required IReadOnlyList<Reaction> Reactions { get; init; }

    /// <summary>The names of all.</summary>
    public IEnumerable<string> AllFunctions => [.. Operations, .. Reactions.Select(reaction => reaction.Name)];

    /// <summary>The queue of events that no attempt has processed.</summary>
    public string DeadLetterQueue => $"{ApiStack}-DeadLetters";

    /// <summary>The queue of those that came by a rule.</summary>
    public string EventDeadLetterQueue => $"{EventsStack}-DeadLetters";

    /// <summary>The queue of reports that could not be filed.</summary>
    public string ReportDeadLetterQueue => $"{EventsStack}-{Reports.DeadLettersName}";

    /// <summary>That of the functions of the WebSocket API.</summary>
    public string LiveDeadLetterQueue => $"{LiveStack}-DeadLetters";

    /// <summary>That of changes of the table that no follower was told of.</summary>
    public string UnpublishedQueue => $"{LiveStack}-Unpublished";

    /// <summary>Where the API writes a line for each request.</summary>
    public string AccessLog => $"/aws/apigateway/{Name}/access";

    /// <summary>The function of an operation or a reaction.</summary>
    public string Function(string operation) => Operation.NameOf(StackOf(operation), operation);

    /// <summary>When Lambda ends an invocation of it.</summary>
    public int TimeoutSeconds(string operation) =>
        Reactions.FirstOrDefault(reaction => reaction.Name == operation)?.TimeoutSeconds ?? Operation.TimeoutSeconds;

    /// <summary>Where the function of an operation writes its logs.</summary>
    public string Log(string operation) => $"/aws/lambda/{Function(operation)}";

    private string StackOf(string operation) =>
        Reactions.Any(reaction => reaction.Name == operation) ? EventsStack
        : LiveOperations.Contains(operation) ? LiveStack
        : ApiStack;
}
