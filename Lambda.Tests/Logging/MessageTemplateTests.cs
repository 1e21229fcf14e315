using Amazon.Lambda.RuntimeSupport.Logging;
using FsCheck;
using FsCheck.Fluent;

namespace Lexicon.Lambda.Tests.Logging;

public sealed class MessageTemplateTests
{
    [Theory]
    [InlineData("{Name} is {Age}", "Ada is 36")]
    [InlineData("{1} is {0}", "36 is Ada")]
    [InlineData("{0} {0}", "Ada Ada")]
    [InlineData("{Name} {0}", "Ada 36")]
    [InlineData("{@Name,5}", "Ada")]
    [InlineData("{Name} {Age:000}", "Ada 036")]
    [InlineData("{{Name}} {Name}", "{Name} Ada")]
    [InlineData("{A} {B} {C}", "Ada 36 {C}")]
    [InlineData("{Name} {Age:no such format}", "Ada no such format")]
    [InlineData("{Name} {Age:a}", "Ada 36")]
    [InlineData("{2}", "{2}")]
    [InlineData("open {", "open {")]
    [InlineData("close }", "close }")]
    [InlineData("", "")]
    public void Render_FillsTheHoles(string template, string expected) =>
        Assert.Equal(expected, new MessageTemplate(template).Render(["Ada", 36]));

    [Fact]
    public void Render_OfAnyTemplateAndValues_NeverThrows() => Prop.ForAll(
        (from characters in Gen.Elements('{', '}', ':', '@', '0', '1', 'a', ' ').ListOf()
         from values in Gen.Elements<object?>(null, 1, "x", true).ArrayOf()
         select (Template: string.Concat(characters), Values: values)).ToArbitrary(),
        c => new MessageTemplate(c.Template).Render(c.Values) is not null).QuickCheckThrowOnFailure();
}
