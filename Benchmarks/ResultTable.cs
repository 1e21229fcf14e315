using System.Text;

namespace Lexicon.Benchmarks;

/// <summary>What a benchmark found.</summary>
internal sealed record ResultTable(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What was promised, and what came of it.</summary>
    public IReadOnlyList<Budget> Budgets { get; init; } = [];

    /// <summary>What could not be measured here, and why.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>As Markdown.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        AddRow(text, Headings);
        AddRow(text, [.. Headings.Select(static (_, i) => i == 0 ? "---" : "---:")]);
        foreach (var row in Rows)
        {
            AddRow(text, row);
        }

        if (Budgets.Count + Remarks.Count > 0)
        {
            text.Append('\n');
        }

        foreach (var line in Budgets.Select(budget => budget.ToString()).Concat(Remarks))
        {
            text.Append("- ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static void AddRow(StringBuilder text, IReadOnlyList<string> cells) =>
        text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
}
