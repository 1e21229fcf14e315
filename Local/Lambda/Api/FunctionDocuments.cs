using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Lexicon.Local.Lambda.Api;

/// <summary>Functions as documents (https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html).</summary>
internal static class FunctionDocuments
{
    public static JsonObject List(FunctionCatalog functions) => new()
    {
        ["Functions"] = new JsonArray([.. functions.All.Select(function => Configuration(function.Find(null)!))]),
    };

    public static JsonObject Function(FunctionVersion version)
    {
        var document = new JsonObject
        {
            ["Configuration"] = Configuration(version),
            ["Code"] = new JsonObject { ["RepositoryType"] = "S3", ["Location"] = new Uri(version.Configuration.Code.Path).AbsoluteUri },
        };
        if (version.Configuration.ReservedConcurrency is { } reserved)
        {
            document["Concurrency"] = new JsonObject { ["ReservedConcurrentExecutions"] = reserved };
        }

        return document;
    }

    public static JsonObject Configuration(FunctionVersion version)
    {
        var function = version.Configuration;
        var document = new JsonObject
        {
            ["FunctionName"] = function.Name,
            ["FunctionArn"] = version.Arn,
            ["Runtime"] = function.Runtime,
            ["Role"] = function.Role,
            ["Handler"] = function.Handler,
            ["Description"] = version.Description,
            ["Timeout"] = (int)function.Timeout.TotalSeconds,
            ["MemorySize"] = function.MemorySize,
            ["CodeSha256"] = function.Code.Hash,
            ["Version"] = version.Version,
            ["TracingConfig"] = new JsonObject { ["Mode"] = function.TracesActively ? "Active" : "PassThrough" },
            ["State"] = "Active",
            ["LastUpdateStatus"] = "Successful",
            ["PackageType"] = "Zip",
            ["Architectures"] = new JsonArray(function.Architecture),
            ["LoggingConfig"] = Logging(function.Logging),
        };
        if (function.Environment.Count > 0)
        {
            document["Environment"] = new JsonObject
            {
                ["Variables"] = new JsonObject(function.Environment.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            };
        }

        return document;
    }

    public static Task WriteAsync(HttpResponse response, JsonObject document)
    {
        response.ContentType = "application/json";
        return response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(document, Json.Relaxed)).AsTask();
    }

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
