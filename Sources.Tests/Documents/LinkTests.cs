using System.Text.RegularExpressions;

namespace Lexicon.Sources.Tests.Documents;

/// <summary>What a page points to is there: a file that is renamed takes its links along.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Links_OfEveryPage_LeadToFilesThatAreThere()
    {
        var dead =
            from page in Folders.FilesBelow("", "*.md")
            from link in Link().Matches(File.ReadAllText(Repository.File(page))).Select(match => match.Groups[1].Value)
            let target = Path.Combine(Repository.Root, Path.GetDirectoryName(page)!, link)
            where !File.Exists(target) && !Directory.Exists(target)
            select $"{page} links to {link}, which does not exist.";

        Assert.Empty(dead);
    }

    /// <summary>Links within the repository, without their anchors; <c>console:</c> is a view of the console, in lessons.</summary>
    [GeneratedRegex(@"\]\((?!https?:|mailto:|console:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();
}
