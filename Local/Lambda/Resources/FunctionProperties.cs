using System.Text.Json.Nodes;
using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>What is honored of <c>AWS::Lambda::Function</c>.</summary>
internal sealed record FunctionProperties
{
    public required FunctionCode Code { get; init; }

    public required string Role { get; init; }

    public string? FunctionName { get; init; }

    public string? Description { get; init; }

    public string? Handler { get; init; }

    public string? Runtime { get; init; }

    public string? PackageType { get; init; }

    public IReadOnlyList<string>? Architectures { get; init; }

    public int MemorySize { get; init; } = 128;

    public int Timeout { get; init; } = 3;

    public FunctionEnvironment? Environment { get; init; }

    public int? ReservedConcurrentExecutions { get; init; }

    public FunctionLogging? LoggingConfig { get; init; }

    public FunctionTracing? TracingConfig { get; init; }

    public FunctionDeadLetters? DeadLetterConfig { get; init; }

    public FunctionStorage? EphemeralStorage { get; init; }

    [Ignored("there is no code store to encrypt")]
    public string? KmsKeyArn { get; init; }

    [Ignored("functions run on the .NET and the operating system of this machine")]
    public JsonNode? RuntimeManagementConfig { get; init; }

    [Ignored("tags sort a bill")]
    public JsonNode? Tags { get; init; }

    /// <summary>Where the code lies.</summary>
    internal sealed record FunctionCode
    {
        public string? S3Bucket { get; init; }

        public string? S3Key { get; init; }

        [Ignored("an asset's key names its content")]
        public string? S3ObjectVersion { get; init; }

        [Ignored("there is no code store to encrypt")]
        public string? SourceKMSKeyArn { get; init; }
    }

    /// <summary>How large <c>/tmp</c> is.</summary>
    internal sealed record FunctionStorage
    {
        public int Size { get; init; } = 512;
    }

    /// <summary>Environment variables.</summary>
    internal sealed record FunctionEnvironment
    {
        public IReadOnlyDictionary<string, string>? Variables { get; init; }
    }

    /// <summary>Format, levels and destination of the logs.</summary>
    internal sealed record FunctionLogging
    {
        public string? LogFormat { get; init; }

        public string? LogGroup { get; init; }

        public string? ApplicationLogLevel { get; init; }

        public string? SystemLogLevel { get; init; }
    }

    /// <summary>Where events go that no attempt could deliver.</summary>
    internal sealed record FunctionDeadLetters
    {
        public string? TargetArn { get; init; }
    }

    /// <summary>Tracing.</summary>
    internal sealed record FunctionTracing
    {
        public string? Mode { get; init; }
    }
}
