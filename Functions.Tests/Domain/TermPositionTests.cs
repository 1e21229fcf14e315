using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Lexicon.Functions.Domain;

namespace Lexicon.Functions.Tests.Domain;

public sealed class TermPositionTests
{
    [Fact]
    public void Text_OfAnyTermsPosition_ReadsBackAsIt_AndFitsIntoAKey() => Prop.ForAll(
        Drafts.Terms.ToArbitrary(),
        term => TermPosition.TryParse(term.Position.ToString(), out var read)
            && read == term.Position
            && Encoding.UTF8.GetByteCount(term.Position.ToString()) < 512)
        .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("")]
    [InlineData("name")]
    [InlineData("\u001F01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("name 01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("name\u001F01ARZ3NDEKTSV4RRFFQ69G5FAU")]
    [InlineData("Name\u001F01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    [InlineData("na\u001Fme\u001F01ARZ3NDEKTSV4RRFFQ69G5FAV")]
    public void TryParse_OfWhatIsNoPosition_IsRefused(string text) => Assert.False(TermPosition.TryParse(text, out _));

    [Fact]
    public void TryParse_OfANameThatIsTooLong_IsRefused() =>
        Assert.False(TermPosition.TryParse(new string('a', 101) + "\u001F01ARZ3NDEKTSV4RRFFQ69G5FAV", out _));
}
