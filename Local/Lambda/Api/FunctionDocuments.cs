using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;
using Lexicon.Local.Lambda.Definitions;
using Lexicon.Local.Lambda.SystemLogs;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>Functions as documents (https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html).</summary>
internal static class FunctionDocuments
{
    /// <summary>What GetFunction returns.</summary>
    /// <param name="version">The version that the caller's name leads to.</param>
    /// <param name="arn">The ARN as the caller has named it, with the qualifier.</param>
    public static JsonObject Function(FunctionVersion version, string arn)
    {
        var document = new JsonObject
        {
            ["Configuration"] = Configuration(version, arn),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3", ["Location"] = new Uri(version.Configuration.Code.Path).AbsoluteUri },
        };
        if (version.Configuration.ReservedConcurrency is { } reserved)
        {
            document["Concurrency"] = new JsonObject { ["ReservedConcurrentExecutions"] = reserved };
        }

        return document;
    }

    /// <summary>What GetFunctionConfiguration returns; an item of a list lacks the state.</summary>
    public static JsonObject Configuration(FunctionVersion version, string arn)
    {
        var document = Listed(version, arn);
        document["State"] = "Active";
        document["LastUpdateStatus"] = "Successful";
        document["RuntimeVersionConfig"] = new JsonObject
        {
            ["RuntimeVersionArn"] = RuntimeVersion.For(version.Configuration.Runtime).Arn,
        };
        return document;
    }

    /// <summary>An item of ListFunctions (https://docs.aws.amazon.com/lambda/latest/api/API_ListFunctions.html).</summary>
    public static JsonObject Listed(FunctionVersion version, string arn)
    {
        var function = version.Configuration;
        var document = new JsonObject
        {
            ["FunctionName"] = function.Name,
            ["FunctionArn"] = arn,
            ["Runtime"] = function.Runtime,
            ["Role"] = function.Role,
            ["Handler"] = function.Handler,
            ["CodeSize"] = version.Function.Package.Size,
            ["Description"] = version.Description,
            ["Timeout"] = (int)function.Timeout.TotalSeconds,
            ["MemorySize"] = function.MemorySize,
            ["LastModified"] = version.Function.Package.Modified.ToString("yyyy-MM-ddTHH:mm:ss.fff+0000", CultureInfo.InvariantCulture),
            ["CodeSha256"] = version.Function.Package.Sha256,
            ["Version"] = version.Version,
            ["TracingConfig"] = new JsonObject { ["Mode"] = function.TracesActively ? "Active" : "PassThrough" },
            ["RevisionId"] = RevisionOf(version),
            ["PackageType"] = "Zip",
            ["Architectures"] = new JsonArray(function.Architecture),
            ["EphemeralStorage"] = new JsonObject { ["Size"] = function.EphemeralStorage },
            ["SnapStart"] = new JsonObject { ["ApplyOn"] = "None", ["OptimizationStatus"] = "Off" },
            ["LoggingConfig"] = Logging(function.Logging),
        };
        if (function.Environment.Count > 0)
        {
            document["Environment"] = new JsonObject
            {
                ["Variables"] = new JsonObject(function.Environment.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            };
        }

        if (function.DeadLetterQueue is { } queue)
        {
            document["DeadLetterConfig"] = new JsonObject { ["TargetArn"] = queue };
        }

        return document;
    }

    public static Task WriteAsync(HttpResponse response, JsonObject document)
    {
        response.ContentType = "application/json";
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document, AwsJson.Options)).AsTask();
    }

    /// <summary>An id that changes with the code and the configuration, and with nothing else.</summary>
    private static string RevisionOf(FunctionVersion version) =>
        new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(version.Identity)).AsSpan(0, 16)).ToString();

    private static JsonObject Logging(LoggingConfiguration logging)
    {
        var document = new JsonObject { ["LogFormat"] = logging.Json ? "JSON" : "Text", ["LogGroup"] = logging.Group };
        if (logging.Json)
        {
            document["ApplicationLogLevel"] = logging.ApplicationLevel.ToString().ToUpperInvariant();
            document["SystemLogLevel"] = logging.SystemLevel.ToString().ToUpperInvariant();
        }

        return document;
    }
}
