using System.Runtime.InteropServices;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.Iam;
using Lexicon.Local.Lambda.Asynchronous;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.Sandbox;
using Lexicon.Local.Lambda.SystemLogs;
using static Lexicon.Local.Lambda.Resources.FunctionProperties;

namespace Lexicon.Local.Lambda.Resources;

/// <summary>
/// <c>AWS::Lambda::Function</c>
/// (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html).
/// </summary>
internal sealed class FunctionType(Functions functions, IAssets assets, IIdentities identities, DeadLetterCheck deadLetters)
    : ResourceType<FunctionProperties>("AWS::Lambda::Function", "processes on this machine, one for each concurrent execution")
{
    private static readonly string[] Managed = ["dotnet8", "dotnet10"];
    private static readonly string[] OsOnly = ["provided.al2", "provided.al2023"];
    private static readonly string[] ApplicationLevels = ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"];
    private static readonly string[] SystemLevels = ["DEBUG", "INFO", "WARN"];

    protected override ProvisionedResource Provision(TemplateResource resource, FunctionProperties properties)
    {
        var name = properties.FunctionName ?? resource.PhysicalName(64);
        TemplateResource.CheckAll(
        [
            () => RuntimeOf(resource, properties),
            () => HandlerOf(resource, properties, properties.Runtime ?? ""),
            () => RoleOf(resource, properties),
            () => CodeOf(resource, properties),
            () => Within(resource, nameof(properties.MemorySize), properties.MemorySize, 128, 10_240),
            () => Within(resource, nameof(properties.Timeout), properties.Timeout, 1, 900),
            () => ArchitectureOf(resource, properties, properties.Runtime ?? ""),
            () => VariablesOf(resource, properties),
            () => DeadLetterQueueOf(resource, properties.DeadLetterConfig?.TargetArn),
            () => LoggingOf(resource, properties.LoggingConfig ?? new(), name),
            .. FunctionRules.Of(resource, properties),
        ]);
        var runtime = RuntimeOf(resource, properties);
        var configuration = new FunctionConfiguration
        {
            Name = name,
            LogicalId = resource.LogicalId,
            Code = CodeOf(resource, properties),
            Runtime = runtime,
            Handler = HandlerOf(resource, properties, runtime),
            Role = RoleOf(resource, properties),
            Description = properties.Description ?? "",
            MemorySize = Within(resource, nameof(properties.MemorySize), properties.MemorySize, 128, 10_240),
            Timeout = TimeSpan.FromSeconds(Within(resource, nameof(properties.Timeout), properties.Timeout, 1, 900)),
            EphemeralStorage = properties.EphemeralStorage?.Size ?? 512,
            Environment = VariablesOf(resource, properties),
            Architecture = ArchitectureOf(resource, properties, runtime),
            ReservedConcurrency = properties.ReservedConcurrentExecutions,
            TracesActively = properties.TracingConfig?.Mode == "Active",
            DeadLetterQueue = DeadLetterQueueOf(resource, properties.DeadLetterConfig?.TargetArn),
            Logging = LoggingOf(resource, properties.LoggingConfig ?? new(), name),
        };
        if (!functions.Add(new Function(configuration)))
        {
            throw resource.Refuse(nameof(properties.FunctionName), $"another function is named {name}");
        }

        return new ProvisionedResource(name)
        {
            Attributes = new Dictionary<string, string> { ["Arn"] = configuration.Arn },
            Check = () => deadLetters.Run(configuration),
        };
    }

    private static string RuntimeOf(TemplateResource resource, FunctionProperties properties)
    {
        if (properties.PackageType is not (null or "Zip"))
        {
            throw resource.Refuse(nameof(properties.PackageType), "functions run as processes, not as containers");
        }

        var runtime = properties.Runtime ?? throw resource.Refuse(nameof(properties.Runtime), "it is missing");
        return Managed.Contains(runtime) || OsOnly.Contains(runtime)
            ? runtime
            : throw resource.Refuse(
                nameof(properties.Runtime),
                $"{runtime} does not run locally; {string.Join(", ", [.. Managed, .. OsOnly])} do");
    }

    private static string HandlerOf(TemplateResource resource, FunctionProperties properties, string runtime)
    {
        // An OS-only runtime may do without one; CloudFormation asks for it all the same with a zip archive.
        var handler = properties.Handler ?? throw resource.Refuse(nameof(properties.Handler), "it is missing");
        return handler.Contains("::", StringComparison.Ordinal) && Managed.Contains(runtime)
            ? throw resource.Refuse(
                nameof(properties.Handler),
                $"'{handler}' names a method of a class library; only executable assemblies run locally, whose handler is the assembly's "
                    + "name")
            : handler;
    }

    private static string ArchitectureOf(TemplateResource resource, FunctionProperties properties, string runtime)
    {
        var architecture = properties.Architectures is [var one] ? one : "x86_64";
        var own = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x86_64";
        return Managed.Contains(runtime) || architecture == own
            ? architecture
            : throw resource.Refuse(
                nameof(properties.Architectures), $"a package for {architecture} cannot run on this machine, which is {own}");
    }

    private static Dictionary<string, string> VariablesOf(TemplateResource resource, FunctionProperties properties)
    {
        var variables = properties.Environment?.Variables ?? new Dictionary<string, string>();
        if (variables.Keys.FirstOrDefault(EnvironmentVariables.Reserved.Contains) is { } reserved)
        {
            throw resource.Refuse($"Environment.Variables.{reserved}", "Lambda reserves this key");
        }

        var length = EnvironmentVariables.Measure(variables);
        return length > EnvironmentVariables.LargestSize
            ? throw resource.Refuse(
                "Environment.Variables",
                "InvalidParameterValueException: Lambda was unable to configure your environment variables because the environment "
                + $"variables you have provided exceeded the 4KB limit. String measured: {length} bytes")
            : new Dictionary<string, string>(variables);
    }

    private static string? DeadLetterQueueOf(TemplateResource resource, string? target) =>
        target is null
        || target.StartsWith(Account.Arn("sqs", ""), StringComparison.Ordinal)
        || target.StartsWith(Account.Arn("sns", ""), StringComparison.Ordinal)
            ? target
            : throw resource.Refuse("DeadLetterConfig.TargetArn", $"'{target}' is not a queue or topic of this account");

    private static LoggingConfiguration LoggingOf(TemplateResource resource, FunctionLogging logging, string name) =>
        new(logging.LogGroup ?? $"/aws/lambda/{name}", logging.LogGroup is null)
        {
            Json = logging.LogFormat switch
            {
                null or "Text" => false,
                "JSON" => true,
                var other => throw resource.Refuse("LoggingConfig.LogFormat", $"'{other}' is neither Text nor JSON"),
            },
            ApplicationLevel = LevelOf(resource, "ApplicationLogLevel", logging.ApplicationLogLevel, ApplicationLevels),
            SystemLevel = LevelOf(resource, "SystemLogLevel", logging.SystemLogLevel, SystemLevels),
        };

    private static LogLevel LevelOf(TemplateResource resource, string property, string? level, string[] known) =>
        level is null ? LogLevel.Info
        : known.Contains(level) ? Enum.Parse<LogLevel>(level, ignoreCase: true)
        : throw resource.Invalid($"LoggingConfig.{property}", $"'{level}' is not one of {string.Join(", ", known)}");

    private static int Within(TemplateResource resource, string property, int value, int least, int most) =>
        value >= least && value <= most ? value : throw resource.Refuse(property, $"{value} is not within {least} to {most}");

    private string RoleOf(TemplateResource resource, FunctionProperties properties)
    {
        var lambda = new Caller("lambda.amazonaws.com", ServicePrincipal: "lambda.amazonaws.com");
        return identities.AuthorizeAssumption(lambda, properties.Role).Allowed
            ? properties.Role
            : throw resource.Refuse(nameof(properties.Role), "The role defined for the function cannot be assumed by Lambda.");
    }

    private static Asset Readable(TemplateResource resource, Asset code) =>
        CodePackages.IsReadable(code)
            ? code
            : throw resource.Invalid(nameof(FunctionProperties.Code), $"the asset {code.Path} must be a zip archive");

    private Asset CodeOf(TemplateResource resource, FunctionProperties properties) =>
        properties.Code is { S3Bucket: { } bucket, S3Key: { } key }
            ? Readable(resource, assets.Find(bucket, key))
            : throw resource.Refuse(nameof(properties.Code), "only code from an asset (S3Bucket, S3Key) runs locally");
}
