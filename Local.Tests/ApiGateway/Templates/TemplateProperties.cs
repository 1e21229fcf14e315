using FsCheck;
using FsCheck.Fluent;
using Lexicon.Local.ApiGateway.Templates;

namespace Lexicon.Local.Tests.ApiGateway.Templates;

/// <summary>Whatever a template says, it ends: with a text or with a mistake that has words.</summary>
public sealed class TemplateProperties
{
    private static readonly string[] Pieces =
    [
        "$", "#", "{", "}", "(", ")", "[", "]", "\"", "'", "\\", ".", "..", ",", ":", "!", "=", "==", "&&", "+", "-", "*", "/", "%",
        "\n", " ", "x", "input", "$x", "$input", "$input.path('$')", ".json('$.a')", ".size()", ".get(0)", "$util.parseJson('{}')",
        "#set($x = ", "#if(",
        "#elseif(", "#else", "#end", "#foreach($x in ", "#break", "#stop", "#define($x)", "#macro(m $x)", "#m(",
        "#evaluate(", "##", "#*", "*#",
        "#[[", "]]#", "1", "0", "1.5", "[1..9]", "true", "null", "$foreach.index", "$context.responseOverride.status", "..*", "?(@.a > 1)",
    ];

    [Fact]
    public void AnyTemplate_Ends() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), Prop.ForAll(
        Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(),
        template =>
        {
            try
            {
                return Rendered.With(template, """{"a": [{"b": 1}]}""") is not null;
            }
            catch (TemplateException mistake)
            {
                return mistake.Message.Length > 0;
            }
        }));

    [Fact]
    public void TextWithoutDollarAndHash_StaysAsItIs() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
    {
        var plain = new string([.. text.Get.Where(character => character is not ('$' or '#'))]);
        return Rendered.With(plain) == plain;
    }).QuickCheckThrowOnFailure();
}
