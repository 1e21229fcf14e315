using Lexicon.Local.ApiGateway.Templates;
using Lexicon.Local.ApiGateway.Templates.Values;
using Lexicon.Local.ApiGateway.Templates.Variables;

namespace Lexicon.Local.Tests.ApiGateway.Templates;

/// <summary>
/// The variables of https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html.
/// </summary>
public sealed class VariablesTests
{
    private const string Body = """
        {"name": "Ada", "age": 36, "ratio": 1.0, "big": 12345678901, "ok": true, "none": null,
         "tags": ["a", "b"], "things": [{"id": 1, "price": 5}, {"id": 2, "price": 15}], "deep": {"x": {"y": "z"}}}
        """;

    [Theory]
    [InlineData("$input.json('$.name') $input.json('$.age') $input.json('$.tags') $input.json('$.deep')",
        "\"Ada\" 36 [\"a\",\"b\"] {\"x\":{\"y\":\"z\"}}")]
    [InlineData("$input.json('$.missing') $input.json('$.none') $input.json('$.ratio') $input.json('$.big')", "\"\" null 1.0 12345678901")]
    [InlineData("$input.path('$.name')|$input.path('$.missing')|$input.path('$.none')|", "Ada|||")]
    [InlineData("#set($r = $input.path('$'))$r.name $r.deep.x.y $r.missing|$r.tags $r.deep $r.things[1].id",
        "Ada z |[\"a\",\"b\"] {x={y=z}} 2")]
    [InlineData("#set($r = $input.path('$'))$r.tags.size() $r.containsKey('age') $r.containsKey('x') $r.keySet().size()", "2 true false 9")]
    [InlineData("$input.path('$.things[*].id') $input.path('$..price') $input.path('$.things[?(@.price > 10)].id')", "[1,2] [5,15] [2]")]
    [InlineData("$input.path('$.things[-1].id') $input.path('$.things.length()') $input.path(\"$['deep']['x'].y\")", "2 2 z")]
    [InlineData("$input.path('$.things[0:1]') $input.path('$.things[0,1].id')", "[{\"id\":1,\"price\":5}] [1,2]")]
    [InlineData("#foreach($t in $input.path('$.things'))$t.id:$t.price;#end", "1:5;2:15;")]
    [InlineData("#if($input.path('$.missing') == '')empty#end#if($input.path('$.missing'))there#end", "emptythere")]
    public void Input_ReadsThePayload(string template, string expected) => Assert.Equal(expected, Rendered.With(template, Body));

    [Theory]
    [InlineData("", "$input.body $input.json('$') $input.path('$')|", "{} {} |")]
    [InlineData("a=1&b=2", "$input.body $input.path('$').split('&').size() $input.json('$')", "a=1&b=2 2 \"a=1&b=2\"")]
    [InlineData("{\"a\": ", "$input.body $input.json('$.a')", "{\"a\":  \"\"")]
    [InlineData("{\"a\": [\"b/c\"], \"d\": \"e/f\"}", "$input.path('$.a') $input.path('$') $input.json('$.a') $input.path('$.d')",
        "[\"b\\/c\"] {a=[\"b\\/c\"], d=e/f} [\"b/c\"] e/f")]
    [InlineData("[1, \"x\"]", "$input.path('$[1]') $input.path('$').size() $input.json('$')", "x 2 [1,\"x\"]")]
    public void Input_ReadsOtherPayloads(string body, string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template, body));

    [Theory]
    [InlineData("$input.params('id') $input.params('page') $input.params('Accept') $input.params('shared')|$input.params('none')|",
        "from-path 2 text/html path||")]
    [InlineData("$input.params().path.id $input.params().querystring.get('page') $input.params().header",
        "from-path 2 {Accept=text/html, shared=header}")]
    [InlineData("#foreach($type in $input.params().keySet())$type #end", "path querystring header ")]
    [InlineData("#if($input.params().header.get('origin') == '')none#end", "none")]
    public void Params_AreOfPathThenQueryThenHeader(string template, string expected) => Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("$util.escapeJavaScript(\"it's a ${q}b${q}/c\\d\")", """it\'s a \"b\"\/c\\d""")]
    [InlineData("$util.urlEncode('a b&c=ä/~*') $util.urlDecode('a+b%26')", "a+b%26c%3D%C3%A4%2F%7E* a b&")]
    [InlineData("$util.base64Encode('häh') $util.base64Decode('aMOkaA==')", "aMOkaA== häh")]
    [InlineData("#set($o = $util.parseJson('{\"a\": [1, {\"b\": 2}]}'))$o.a[1].b $o.a", "2 [1,{\"b\":2}]")]
    public void Util_Converts(string template, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($q = '\"'){template}"));

    [Fact]
    public void Claims_AreReadOneByOne_AndAreNothingTogether()
    {
        var claims = new JavaMap { IsSilent = true };
        claims.Put("sub", "7");
        var template = Template.Parse("$c.sub|$c|#foreach($name in $c.keySet())$name#end");

        Assert.Equal("7||sub", template.Render(new Dictionary<string, object?> { ["c"] = claims }));
    }

    [Fact]
    public void Override_OfTheSameParameterTwice_Fails()
    {
        var overrides = new Overrides();
        var template = Template.Parse("#set($o.header.x = 'a')#set($o.header.x = 'b')");

        Assert.Throws<TemplateException>(() => template.Render(new Dictionary<string, object?> { ["o"] = overrides.Response }));
    }
}
