namespace Lexicon.Infra.Tests.Synthesis;

/// <summary>A mistyped option is told, and not left out in silence.</summary>
public sealed class ContextNamesTests
{
    [Fact]
    public void NameThatIsNotRead_IsRefused() => Assert.StartsWith(
        "Context wfa is not read; there are allowedCountries, allowedOrigins, ",
        Assert.Throws<RefusedContextException>(() => ContextNames.Check("""{"stage":"dev","wfa":"true"}""")).Message,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(
        """{"stage":"dev","waf":"true","aws:cdk:version-reporting":true,"@aws-cdk/core:x":true,"acknowledged-issue-numbers":[1]}""")]
    public void NamesThatAreRead_AndTheCdksOwn_AreNot(string context) => ContextNames.Check(context);
}
