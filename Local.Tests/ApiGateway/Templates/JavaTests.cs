namespace Lexicon.Local.Tests.ApiGateway.Templates;

/// <summary>
/// Methods of Java's classes that templates call, by Java's own pages (https://docs.oracle.com/javase/8/docs/api/java/lang/String.html,
/// https://docs.oracle.com/javase/8/docs/api/java/util/regex/Pattern.html), and paths of Jayway's.
/// </summary>
public sealed class JavaTests
{
    [Theory]
    [InlineData("a,b,,", "','", "2")]
    [InlineData(",", "','", "0")]
    [InlineData("", "','", "1")]
    [InlineData("a1b22c", @"'\d+'", "3")]
    [InlineData("boo:and:foo", "'o', 0", "3")]
    [InlineData("boo:and:foo", "'o', -1", "5")]
    [InlineData("boo:and:foo", "':', 2", "2")]
    [InlineData("abc", "''", "3")]
    [InlineData("abc", "'', -1", "4")]
    [InlineData(",a", "','", "2")]
    public void Split_HasAsManyPartsAsInJava(string text, string arguments, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($s = '{text}')$s.split({arguments}).size()"));

    [Theory]
    [InlineData("Straße é", @"'[^\w]', '_'", "Stra_e__")]
    [InlineData("a  b", @"'\s+', ' '", "a b")]
    [InlineData("١2", @"'\d', 'x'", "١x")]
    [InlineData("a.b-c!", @"'\p{Punct}', ''", "abc")]
    [InlineData("a.b", @"'\Q.\E', '-'", "a-b")]
    [InlineData("aaa", "'a*+', 'x'", "xx")]
    [InlineData("abcxyz", "'[a-cx-z&&[^b]]', '.'", ".b....")]
    [InlineData("a1_b2", @"'[\d_]+', '-'", "a-b-")]
    [InlineData("a[0]", "'[[0-9]]', 'n'", "a[n]")]
    [InlineData("10", @"'(\d)(\d)', '$2$1'", "01")]
    [InlineData("x", @"'x', '\$'", "$")]
    [InlineData("AbC", "'(?i)[abc]', 'x'", "xxx")]
    [InlineData("naïve", @"'\p{L}', 'l'", "lllll")]
    [InlineData("a\u00A0b", @"'\s', '_'", "a\u00A0b")]
    public void ReplaceAll_ReadsPatternsAsJavaDoes(string text, string arguments, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($s = '{text}')$s.replaceAll({arguments})"));

    [Theory]
    [InlineData("a\nb", "a.b", "false")]
    [InlineData("a\rb", "a.b", "false")]
    [InlineData("a\nb", "(?s)a.b", "true")]
    [InlineData("Error: x", "Error: .*", "true")]
    [InlineData("Error: x\ny", "Error: .*", "false")]
    [InlineData("a\nb", @"a[\s\S]b", "true")]
    [InlineData("404", "4[0-9]{2}+", "true")]
    public void Matches_ComparesTheWholeText(string text, string pattern, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($s = '{text}')$s.matches('{pattern}')"));

    [Theory]
    [InlineData("'%05d|%+d|%-4d|%,d', 42, 42, 42, 1234567", "00042|+42|42  |1,234,567")]
    [InlineData("'%.2f|%f|%8.3f|%.0f', 3.14159, 0.5, 2.5, 2.5", "3.14|0.500000|   2.500|3")]
    [InlineData("'%x|%X|%s|%S|%.3s|%b|%%', 255, 255, 'ab', 'ab', 'abcdef', true", "ff|FF|ab|AB|abc|true|%")]
    [InlineData("'%6s|%-6s|%e', 'ab', 'ab', 12345.678", "    ab|ab    |1.234568e+04")]
    [InlineData("'-%05d', -42", "--0042")]
    public void Format_WritesAsJavaDoes(string arguments, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($s = '')$s.format({arguments})"));

    [Theory]
    [InlineData("$s.join('-', ['x', 'y']) $s.join('-', 'x', 'y', 'z')", "x-y x-y-z")]
    [InlineData("$s.lastIndexOf('a', 3) $s.lastIndexOf('a', 5) $s.indexOf('a', 1) $s.lastIndexOf('a', -1)", "2 4 2 -1")]
    [InlineData("$s.subSequence(1, 3) $s.substring(1).substring(1) $s.charAt(0).equals('a')", "ba aba.c true")]
    [InlineData("$s.replace('a', 'bb').length() $s.compareTo('abac') $s.getClass() $s.class", "10 -1 $s.getClass() $s.class")]
    [InlineData("#set($n = $s.length() + 1)$n $s.toUpperCase().toLowerCase().length()", "8 7")]
    public void Texts_HaveJavasMethods(string template, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($s = 'ababa.c'){template}"));

    [Theory]
    [InlineData("$input.path(\"$['a','b']\") $input.path(\"$['a','none']\")", "{a=1, b=2} {a=1}")]
    [InlineData("$input.json(\"$.list[*]['x','y']\")", "[{\"x\":1,\"y\":\"p\"},{\"x\":2,\"y\":\"q\"}]")]
    [InlineData("$input.json(\"$['a','b']\")", "{\"a\":1,\"b\":2}")]
    [InlineData("$input.json(\"$['o','p'].x\")", "[7,8]")]
    [InlineData("$input.json(\"$.list[?(@.y in ['p', 'r'])].x\") $input.json(\"$.list[?(@.x nin [1])].x\")", "[1] [2]")]
    [InlineData("$input.json(\"$.tagged[?(@.t contains 'u')].n\") $input.json(\"$.tagged[?(@.t size 2)].n\")", "[1] [1]")]
    [InlineData("$input.json(\"$.tagged[?(@.t empty true)].n\") $input.json(\"$.list[?(@.y contains 'q')].x\")", "[2] [2]")]
    public void Paths_AreJaywaysOnes(string template, string expected) => Assert.Equal(
        expected,
        Rendered.With(
            template,
            """
            {"a":1,"b":2,"o":{"x":7},"p":{"x":8},"list":[{"x":1,"y":"p"},{"x":2,"y":"q"}],"tagged":[{"n":1,"t":["u","v"]},{"n":2,"t":[]}]}
            """));
}
