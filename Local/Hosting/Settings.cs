namespace Lexicon.Local.Hosting;

/// <summary>What the command line says, every path full.</summary>
internal sealed record Settings
{
    /// <summary>An hour, as Amazon Cognito has it.</summary>
    public const int SecondsOfSession = 3600;

    /// <summary>The cloud assembly to run (<c>--assembly</c>, <c>cdk.out</c> by default).</summary>
    public required string Assembly { get; init; }

    /// <summary>Where all state lives and survives restarts (<c>--data</c>, <c>.local/data</c> by default).</summary>
    public required string Data { get; init; }

    /// <summary>
    /// Where the programs are that the runner starts (<c>--tools</c>, <c>.local/tools</c> by default):
    /// <c>dynamodb-local/DynamoDBLocal.jar</c>. <c>cognito-local</c> is taken from <see cref="NodeModules"/>.
    /// </summary>
    public required string Tools { get; init; }

    /// <summary>The installed npm packages (<c>--node-modules</c>, <c>node_modules</c> by default).</summary>
    public required string NodeModules { get; init; }

    /// <summary>The first port (<c>--port</c>, 9200 by default; 0: any free ports).</summary>
    public required int Port { get; init; }

    /// <summary>The file that tells the endpoints (<c>--endpoints</c>, <c>.local/endpoints.json</c> by default).</summary>
    public required string EndpointsFile { get; init; }

    /// <summary>A command to run once, on the first start with this data folder (<c>--first-start</c>).</summary>
    public string? FirstStart { get; init; }

    /// <summary>The servers on this machine that take the place of custom origins, by domain name (<c>--origin</c>).</summary>
    public IReadOnlyDictionary<string, Uri> Origins { get; init; } = new Dictionary<string, Uri>();

    /// <summary>Whether requests to the site take as long as their way from the visitor's place would (<c>--distance</c>).</summary>
    public bool HasDistance { get; init; }

    /// <summary>Whether what each request did is kept for the console (not <c>--no-traces</c>).</summary>
    public bool KeepsTraces { get; init; } = true;

    /// <summary>How long the credentials of an identity pool last, in seconds (<c>--session-seconds</c>).</summary>
    public int SessionSeconds { get; init; } = SecondsOfSession;

    /// <summary>Only print what each resource becomes (<c>--explain</c>).</summary>
    public bool Explain { get; init; }

    /// <summary>Follow the assembly: apply what changes in it (<c>--watch</c>).</summary>
    public bool Watch { get; init; }

    /// <summary>A line for each resource (<c>--explain --all</c>).</summary>
    public bool ExplainAll { get; init; }

    /// <summary>The function whose next environment waits for a debugger (<c>--debug</c>).</summary>
    public string? Debug { get; init; }

    /// <summary>Whether functions run in a sandbox (<c>--sandbox</c>, <c>auto</c> by default).</summary>
    public SandboxMode Sandbox { get; init; }

    /// <summary>Whether functions may reach other networks than the runner's endpoints (<c>--allow-egress</c>).</summary>
    public bool AllowEgress { get; init; }

    /// <summary>The execution environments alive at once on this machine (<c>--concurrency</c>).</summary>
    public required int Concurrency { get; init; }
}
