using System.Collections.Concurrent;
using System.Globalization;

namespace Lexicon.Local.Traces;

/// <summary>
/// What this run has used of each resource, counted from the spans of all its pieces, also of those that are not kept any more; what
/// <see cref="TraceSampler"/> leaves out of a load test is not counted. A resource is known by what spans name it by: the id of a
/// distribution or an API, the name of a table, the ARN of a queue or a topic.
/// </summary>
internal sealed class UsageTally
{
    private readonly ConcurrentDictionary<(string Of, string What), double> _counts = [];

    /// <summary>Counts a piece.</summary>
    public void Add(Piece piece)
    {
        string? distribution = null;
        foreach (var span in piece.Spans.Reverse())
        {
            if (Tag(span, "aws.cloudfront.distribution") is { } edge)
            {
                distribution = edge;
                Count(edge, "requests", 1);
                Count(edge, "bytes", Number(Tag(span, "http.response.body.size")));
            }
            else if (Tag(span, "aws.apigateway.api_id") is { } api)
            {
                Count(api, "requests", 1);
            }
            else if (distribution is not null && span.Name.StartsWith("CloudFront runs ", StringComparison.Ordinal))
            {
                Count(distribution, "functions", 1);
            }

            AddEvents(span);
        }
    }

    /// <summary>What was used of a resource: <c>requests</c>, <c>bytes</c>, <c>functions</c>, <c>read</c>, <c>write</c>.</summary>
    public IReadOnlyDictionary<string, double> Of(string resource) =>
        _counts.Where(count => count.Key.Of == resource).ToDictionary(count => count.Key.What, count => count.Value);

    private void AddEvents(SpanRecord span)
    {
        foreach (var happened in span.Events)
        {
            var tags = happened.Tags.ToDictionary(tag => tag.Key, tag => Convert.ToString(tag.Value, CultureInfo.InvariantCulture));
            if (happened.Name == "DynamoDB consumes" && tags.GetValueOrDefault("table") is { } table)
            {
                Count(table, "read", Number(tags.GetValueOrDefault("read")));
                Count(table, "write", Number(tags.GetValueOrDefault("write")));
            }
            else if (happened.Name == "IAM allows" && tags.GetValueOrDefault("resource") is { } resource
                && tags.GetValueOrDefault("action")?.Split(':')[0] is "sqs" or "sns")
            {
                Count(resource, "requests", 1);
            }
        }
    }

    private void Count(string of, string what, double count)
    {
        if (count > 0)
        {
            _counts.AddOrUpdate((of, what), count, (_, before) => before + count);
        }
    }

    private static string? Tag(SpanRecord span, string name) =>
        Convert.ToString(span.Tags.FirstOrDefault(tag => tag.Key == name).Value, CultureInfo.InvariantCulture) is { Length: > 0 } text
            ? text
            : null;

    private static double Number(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
