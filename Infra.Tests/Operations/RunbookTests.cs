using Lexicon.Infra.Operations;

namespace Lexicon.Infra.Tests.Operations;

/// <summary>Where an alarm says that its runbook entry is.</summary>
public sealed class RunbookTests
{
    // As GitHub makes an anchor of a heading.
    [Theory]
    [InlineData("API server errors", "api-server-errors")]
    [InlineData("Edge server errors", "edge-server-errors")]
    public void Anchor_IsTheHeadingInSmallLettersWithHyphens(string heading, string anchor) => Assert.Equal(anchor, Runbook.Anchor(heading));
}
