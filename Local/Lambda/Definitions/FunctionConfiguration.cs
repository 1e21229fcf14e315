using Lexicon.Local.CloudFormation;
using Lexicon.Local.Debugging;

namespace Lexicon.Local.Lambda.Definitions;

/// <summary>What is configured of a function, defaults filled in as Lambda fills them in.</summary>
internal sealed record FunctionConfiguration : IDebuggable
{
    public required string Name { get; init; }

    /// <summary>What follows the last hyphen of its name: <c>CreateTerm</c> of <c>Lexicon-dev-Api-CreateTerm</c>.</summary>
    public string ShortName => Name[(Name.LastIndexOf('-') + 1)..] is { Length: > 0 } last ? last : Name;

    /// <summary>Its key in the template.</summary>
    public string LogicalId { get; init; } = "";

    public required Asset Code { get; init; }

    public required string Handler { get; init; }

    public required string Runtime { get; init; }

    /// <summary>Whether the runtime is one of .NET, and not an OS-only one.</summary>
    public bool IsManaged => !Runtime.StartsWith("provided", StringComparison.Ordinal);

    /// <summary>ARN of the execution role.</summary>
    public required string Role { get; init; }

    public string Description { get; init; } = "";

    /// <summary>MB; no limit is set on this machine, where a process's size differs from AWS's.</summary>
    public int MemorySize { get; init; } = 128;

    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>MB of <c>/tmp</c>.</summary>
    public int EphemeralStorage { get; init; } = 512;

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary>The most invocations at once; null where none are reserved.</summary>
    public int? ReservedConcurrency { get; init; }

    /// <summary>Whether tracing is <c>Active</c> and not <c>PassThrough</c>.</summary>
    public bool TracesActively { get; init; }

    /// <summary>ARN of the queue for events that no attempt could deliver; null: they are discarded.</summary>
    public string? DeadLetterQueue { get; init; }

    public required LoggingConfiguration Logging { get; init; }

    public string Arn => Account.Arn("lambda", $"function:{Name}");
}
