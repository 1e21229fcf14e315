using System.Globalization;
using System.Reflection;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Tests.OpenApi;
namespace Lexicon.Functions.Tests.Domain;

/// <summary>docs/limits.md is the code's own list.</summary>
public sealed class LimitsDocumentTests
{
    [Fact]
    [Trait("Kind", "Generated")]
    public void EveryLimit_IsInTheDocument() => new GeneratedFile("docs/limits.md").Holds("limits", MarkdownTable.Write(
        "| limit | value |",
        typeof(Limits).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(limit => $"| {Descriptions.OfField(typeof(Limits), limit.Name)!.TrimEnd('.')} | {Text(limit.GetValue(null)!)} |")));

    private static string Text(object value) => value switch
    {
        TimeSpan time => $"{time.TotalHours.ToString(CultureInfo.InvariantCulture)} hours",
        int number => number.ToString("N0", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"A limit of {value.GetType()} has no text."),
    };
}
