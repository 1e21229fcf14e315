using Lexicon.Local.CloudFormation;

namespace Lexicon.Local.Debugging;

/// <summary>Finds the function that a person means by a name.</summary>
internal static class FunctionNames
{
    private const int Shown = 5;

    /// <summary>The function whose name or logical id it is, in whatever case, or that alone ends with it.</summary>
    /// <exception cref="StartupException">None does, or several do.</exception>
    public static IDebuggable Find(string asked, IEnumerable<IDebuggable> functions)
    {
        var all = functions.ToList();
        foreach (var fits in (Func<IDebuggable, bool>[])[IsIt, IsShort, EndsSo])
        {
            if (all.Where(fits).ToList() is [_, ..] found)
            {
                return found is [var one] ? one : throw new StartupException(
                    $"--debug {asked} is not valid; it must be one of {string.Join(", ", found.Select(function => function.Name))}");
            }
        }

        var near = all
            .OrderBy(function => Distance(asked, function.ShortName))
            .ThenBy(function => function.Name, StringComparer.Ordinal)
            .Take(Shown)
            .Select(function => function.ShortName);
        throw new StartupException(all.Count == 0
            ? $"--debug {asked} refers to a function, and the templates have none"
            : $"--debug {asked} refers to a function, which does not exist; similar names are {string.Join(", ", near)}");

        bool IsIt(IDebuggable function) => Same(function.Name, asked) || Same(function.LogicalId, asked);

        bool IsShort(IDebuggable function) => Same(function.ShortName, asked);

        bool EndsSo(IDebuggable function) =>
            function.Name.EndsWith(asked, StringComparison.OrdinalIgnoreCase)
            || function.LogicalId.EndsWith(asked, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Same(string name, string asked) => name.Equals(asked, StringComparison.OrdinalIgnoreCase);

    /// <summary>How many letters must be put in, left out or changed to make one of the other, whatever their case (Levenshtein).</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 0; i < one.Length; i++)
        {
            var (diagonal, _) = (row[0], row[0] = i + 1);
            for (var j = 0; j < other.Length; j++)
            {
                var same = char.ToUpperInvariant(one[i]) == char.ToUpperInvariant(other[j]);
                (diagonal, row[j + 1]) = (row[j + 1], Math.Min(Math.Min(row[j], row[j + 1]) + 1, diagonal + (same ? 0 : 1)));
            }
        }

        return row[^1];
    }
}
