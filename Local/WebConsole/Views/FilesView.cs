using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using Lexicon.Local.CloudFormation;
using Lexicon.Local.WebConsole.Api;

namespace Lexicon.Local.WebConsole.Views;

/// <summary>The buckets and their objects.</summary>
internal sealed class FilesView : IView
{
    private const int Most = 1000;

    private readonly AwsCalls _aws;
    private IReadOnlyList<string> _buckets = [];

    /// <summary>The view of what S3 has.</summary>
    public FilesView(AwsCalls aws)
    {
        _aws = aws;
        Routes =
        [
            ConsoleRoute.Get("/buckets", "The buckets of the templates.", _ => Names()),
            ConsoleRoute.Get("/buckets/{name}/objects", "A page of the objects of a bucket, by key.", ObjectsAsync) with
            {
                Query = new Dictionary<string, string>
                {
                    ["prefix"] = "What the keys begin with.",
                    ["from"] = "The member next of the page before.",
                    ["limit"] = $"How many at most: 200 if nothing is said, {Most} at most.",
                },
            },
        ];
    }

    public string Name => "Files";

    public IReadOnlyList<ConsoleRoute> Routes { get; }

    public void Show(ResourceGraph graph) =>
        _buckets = [.. graph.Nodes.Where(node => node.Type.Name == "AWS::S3::Bucket").Select(node => node.Provisioned!.Ref)];

    private JsonArray Names() => [.. _buckets.Select(name => (JsonNode?)name)];

    private async Task<JsonNode> ObjectsAsync(ConsoleCall call)
    {
        var bucket = call.Get("name");
        if (!_buckets.Contains(bucket))
        {
            throw ConsoleException.NotFound($"The bucket '{bucket}'");
        }

        var query = $"?list-type=2&max-keys={call.Number("limit", 200, Most)}"
            + $"&prefix={Uri.EscapeDataString(call.Find("prefix") ?? "")}"
            + (call.Find("from") is { } from ? $"&continuation-token={Uri.EscapeDataString(from)}" : "");
        var (status, body) = await _aws.SendAsync("s3", "GET", $"/{bucket}", query);
        return status == 200 ? Read(body) : throw new ConsoleException(502, $"S3 answered {status}: {Message(body)}");
    }

    private static JsonObject Read(string body)
    {
        var result = XDocument.Parse(body).Root!;
        var space = result.Name.Namespace;
        return new()
        {
            ["objects"] = new JsonArray([.. result.Elements(space + "Contents").Select(one => new JsonObject
            {
                ["key"] = one.Element(space + "Key")!.Value,
                ["size"] = (long)one.Element(space + "Size")!,
                ["modified"] = one.Element(space + "LastModified")!.Value,
                ["etag"] = one.Element(space + "ETag")!.Value,
            })]),
            ["next"] = result.Element(space + "NextContinuationToken")?.Value,
        };
    }

    private static string Message(string body)
    {
        try
        {
            return XDocument.Parse(body).Root?.Element("Message")?.Value ?? body;
        }
        catch (XmlException)
        {
            return body;
        }
    }
}
