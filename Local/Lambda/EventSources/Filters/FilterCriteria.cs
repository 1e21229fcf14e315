using System.Text.Json;
using System.Text.Json.Nodes;
using Lexicon.Local.Aws;

namespace Lexicon.Local.Lambda.EventSources.Filters;

/// <summary>
/// The filters of a mapping, of which a record must satisfy one
/// (https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html).
/// </summary>
internal sealed class FilterCriteria
{
    private const int MostFilters = 10;
    private readonly IReadOnlyList<RecordFilter> _filters;

    private FilterCriteria(IReadOnlyList<string> patterns, IReadOnlyList<RecordFilter> filters)
    {
        Patterns = patterns;
        _filters = filters;
    }

    /// <summary>No filters: every record is for the function.</summary>
    public static FilterCriteria None { get; } = new([], []);

    /// <summary>The patterns as they were written.</summary>
    public IReadOnlyList<string> Patterns { get; }

    /// <summary>Reads patterns.</summary>
    /// <param name="patterns">Each is JSON.</param>
    /// <param name="dataKey">The member of a record that has its data: <c>body</c> of a queue, <c>dynamodb</c> of a stream.</param>
    /// <exception cref="LambdaServiceException">One of them is not a pattern.</exception>
    public static FilterCriteria Read(IReadOnlyList<string> patterns, string dataKey) => patterns.Count switch
    {
        0 => None,
        > MostFilters => throw new LambdaServiceException(
            "InvalidParameterValueException", 400, $"FilterCriteria can have {MostFilters} filters at most, not {patterns.Count}."),
        _ => new(patterns, [.. patterns.Select(pattern => RecordFilter.Read(pattern, dataKey))]),
    };

    /// <summary>Whether a record is for the function.</summary>
    public bool Accepts(JsonObject record)
    {
        if (_filters.Count == 0)
        {
            return true;
        }

        var element = JsonSerializer.SerializeToElement(record, AwsJson.Options);
        return _filters.Any(filter => filter.Accepts(element));
    }
}
