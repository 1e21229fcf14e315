using Lexicon.Local.ApiGateway.Templates;

namespace Lexicon.Local.Tests.ApiGateway.Templates;

/// <summary>The language of https://velocity.apache.org/engine/1.7/user-guide.html.</summary>
public sealed class TemplateTests
{
    // Sixty arrays, one in the other.
    private static readonly string Deep = new string('[', 60) + new string(']', 60);

    [Theory]
    [InlineData("plain {text} #1 $5 $ #", "plain {text} #1 $5 $ #")]
    [InlineData("$context.stage ${context.stage}x $!context.stage $!{context.stage}!", "dev devx dev dev!")]
    [InlineData("$unknown ${unknown} $!unknown|", "$unknown ${unknown} |")]
    [InlineData("$context.unknown|$context.unknown.deeper|$stageVariables.none|", "|||")]
    [InlineData("#set($a = 'x')$a.nothing $a.nothing() $a.length()", "$a.nothing $a.nothing() 1")]
    [InlineData("$context.stage. $context.stage.", "dev. dev.")]
    [InlineData(@"#set($a = 1)\$a \\$a \$b", @"$a \1 \$b")]
    [InlineData(@"\#set($b = 1) \#unknown", @"#set($b = 1) \#unknown")]
    [InlineData("$stageVariables['color'] $stageVariables.get('color')", "blue blue")]
    [InlineData("#set($_a = {'_id': 7, 'a-b': 8})$_a._id $_a.get('_id') $_a['_id'] $_a.a-b", "{_id=7, a-b=8}._id 7 7 8")]
    public void References_AreTheirValue_AndTextWhereTheyHaveNone(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("a ## comment\nb", "a b")]
    [InlineData("Action=SendMessage##\n&MessageBody=x", "Action=SendMessage&MessageBody=x")]
    [InlineData("a#* b\nc *#d", "ad")]
    [InlineData("#[[ $context.stage #if ]]#!", " $context.stage #if !")]
    public void Comments_AreLeftOut_AndLiteralBlocksStay(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("  #set($a = 1)\nx", "x")]
    [InlineData("#if(true)\nyes\n#end\nafter", "yes\nafter")]
    [InlineData("#if(false)\nyes\n#else\nno\n#end\nafter", "no\nafter")]
    [InlineData("#foreach($i in [1..2])\n  $i\n#end\n", "  1\n  2\n")]
    [InlineData("{\n  #if(true)\n  \"a\": 1\n  #end\n}", "{\n    \"a\": 1\n  }")]
    public void Directives_TakeTheirLineEndWithThem(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("#if($unknown)a#{else}b#end", "b")]
    [InlineData("#if(false)a#elseif(1 == 1)b#else c#end", "b")]
    [InlineData("#if(true)a#elsewhere#end-1", "a#elsewhere-1")]
    [InlineData("#if(true)a#endless#end", "a#endless")]
    [InlineData("#if(false)a#else \nb\n#end\nc", "b\nc")]
    [InlineData("#if('')a#{else}b#end", "a")]
    [InlineData("#if(!$unknown && true || false)a#end", "a")]
    [InlineData("#if(not true or 2 gt 1 and 1 ne 2)a#end", "a")]
    [InlineData("#if(1 == '1')a#end#if('a' == \"a\")b#end#if(1 == 1.0)c#end#if([1] == [1])d#end", "abcd")]
    [InlineData("#if(2 >= 2 && 2 <= 2 && !(2 > 2) && !(2 < 2))a#end", "a")]
    [InlineData("#if('a' < 'b')a#{else}b#end", "b")]
    [InlineData("#if($context.unknown == '')a#end", "a")]
    public void Conditions_AreTrueForAllButFalseAndNull(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("#set($x = 1 + 2 * 3)$x", "7")]
    [InlineData("#set($x = (1 + 2) * 3 - 10)$x", "-1")]
    [InlineData("#set($x = 7 / 2)$x #set($y = 7 % 2)$y", "3 1")]
    [InlineData("#set($x = 7.0 / 2)$x #set($y = 3.0)$y", "3.5 3.0")]
    [InlineData("#set($x = 1.5e3)$x #set($y = -2E-1)$y", "1500.0 -0.2")]
    [InlineData("#set($x = 1 / 0)$x", "$x")]
    [InlineData("#set($x = 2147483647 + 1)$x", "2147483648")]
    [InlineData("#set($x = 'a' + 1 + 'b')$x", "a1b")]
    [InlineData("#set($x = 'a' + $unknown + ${b})$x #set($y = $unknown + 1)$y", "a$unknown${b} $y")]
    [InlineData("#set($x = 1)#set($x = $unknown)$x", "1")]
    [InlineData("#set($Integer = 0)#set($x = $Integer.parseInt('40') + 2)$x", "42")]
    public void Set_Calculates_AndKeepsTheValueBeforeNull(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("#set($n = 'you')#set($x = \"to $n, ${n}r #if(true)yes#end\")$x", "to you, your yes")]
    [InlineData("#set($x = 'to $n')$x", "to $n")]
    [InlineData("#set($x = \"say \"\"hi\"\"\")$x", "say \"hi\"")]
    [InlineData("#set($x = 'it''s')$x", "it's")]
    [InlineData(@"#set($x = 'a\b')$x", @"a\b")]
    [InlineData(@"#set($x = ""\u0041\n"")$x #set($y = '\u0041')$y", @"A\n \u0041")]
    public void Strings_AreTemplatesInDoubleQuotesAlone(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("#foreach($i in ['a', 'b'])$foreach.index$foreach.count$velocityCount$i#if($foreach.hasNext),#end#end", "011a,122b")]
    [InlineData("#foreach($i in [3..1])$i#end", "321")]
    [InlineData("#foreach($i in [1..5])#if($i == 3)#break#end$i#end!", "12!")]
    [InlineData("#foreach($i in {'a': 1, 'b': 2})$i#end", "12")]
    [InlineData("#foreach($i in [1..2])#foreach($j in [1..2])$foreach.parent.index$foreach.index #end#end", "00 01 10 11 ")]
    [InlineData("#set($i = 9)#foreach($i in [1])$i#end$i", "19")]
    [InlineData("#foreach($i in $unknown)x#end#foreach($i in 'text')x#end", "")]
    [InlineData("a#stop b", "a")]
    [InlineData("#foreach($i in [1..2])$i#stop#end b", "1")]
    public void Loops_CountAndEnd(string template, string expected) => Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("#set($x = [1, 'b', [2]])$x $x.size() $x.get(1) $x[0]", "[1, b, [2]] 3 b 1")]
    [InlineData("#set($m = {'a': 1, \"b\": 'x'})$m $m.a $m.get('b') $m.size() $m.keySet()", "{a=1, b=x} 1 x 2 [a, b]")]
    [InlineData("#set($m = {})#set($m.k = 'v')#set($old = $m.put('l', 2))$m", "{k=v, l=2}")]
    [InlineData("#foreach($e in {'a': 1}.entrySet())$e.key=$e.value#end", "")]
    [InlineData("#set($m = {'a': 1})#foreach($e in $m.entrySet())$e.key=$e.value $e#end", "a=1 a=1")]
    [InlineData("#set($l = [])$l.add('x')$l.isEmpty()$l.contains('x')", "truefalsetrue")]
    public void ListsAndMaps_HaveJavasMethods(string template, string expected)
    {
        if (expected.Length == 0)
        {
            Assert.Throws<TemplateException>(() => Rendered.With(template));
        }
        else
        {
            Assert.Equal(expected, Rendered.With(template));
        }
    }

    [Theory]
    [InlineData("$s.length() $s.toUpperCase() $s.substring(1, 3) $s.substring(4)", "6 A,B;CD ,b cd")]
    [InlineData("$s.replaceAll('[,;]', '-') $s.replace(',', '.') $s.split('[,;]').size()", "a-b-cd a.b;cd 3")]
    [InlineData("$s.contains('b') $s.startsWith('a') $s.endsWith('x') $s.indexOf('b') $s.lastIndexOf('q')", "true true false 2 -1")]
    [InlineData("$s.matches('a.*') $s.matches('a') $s.equals('x') $s.equalsIgnoreCase('A,B;CD')", "true false false true")]
    [InlineData("$s.replaceAll('(.),(.)', '$2,$1') $s.replaceFirst('[a-z]', 'X') $s.concat('!')", "b,a;cd X,b;cd a,b;cd!")]
    [InlineData("$s.charAt(0)$s.trim()$s.isEmpty() $s.hashCode()", "aa,b;cdfalse -1474325339")]
    public void Strings_HaveJavasMethods(string template, string expected) =>
        Assert.Equal(expected, Rendered.With($"#set($s = 'a,b;cd'){template}"));

    [Theory]
    [InlineData("#macro(greet $who $how)$how, $who!#end#greet('you' \"Hello\") #greet($context.stage, 'Hi')", "Hello, you! Hi, dev!")]
    [InlineData("#define($block)[$x]#end#set($x = 1)$block#set($x = 2)$block", "[1][2]")]
    [InlineData("#set($x = 'stage')#evaluate('$context.stage')", "dev")]
    public void Macros_AndDefinitions_AreRenderedWhereTheyAreUsed(string template, string expected) =>
        Assert.Equal(expected, Rendered.With(template));

    [Theory]
    [InlineData("#if(true)", "the template is not valid in line 1: #end is missing")]
    [InlineData("a\n#end", "the template is not valid in line 2: a directive ends or continues what did not begin")]
    [InlineData("#set($x = )", "the template is not valid in line 1: a value is expected")]
    [InlineData("#set($x = 'a)", "the template is not valid in line 1: a string does not end")]
    [InlineData("#parse('x')", "the template is not valid in line 1: #parse is not supported: there is no file to read")]
    public void InvalidTemplates_AreRefusedWithTheirLine(string template, string expected) =>
        Assert.Equal(expected, Assert.Throws<TemplateException>(() => Template.Parse(template)).Message);

    [Theory]
    [InlineData("#macro(m)#m()#end#m()", "macros or definitions call each other without an end")]
    [InlineData("#define($d)$d#end$d", "macros or definitions call each other without an end")]
    [InlineData("#set($s = 'xxxxxxxxxx')#foreach($i in [1..30])#set($s = $s + $s)#end", "a text is longer than 10 MB")]
    [InlineData("#set($l = [1])#foreach($i in [1..30])#set($o = $l.addAll($l))#end", "a list is too long")]
    [InlineData("#foreach($i in [1..99])$input.path('$..*..*..*..*..*..*..[?(@.none)]')#end",
        "the template does not come to an end")]
    [InlineData("#set($l = [1])#set($o = $l.add($l))$l", "a value is nested too deeply")]
    [InlineData("#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])#end#end#end",
        "the template does not come to an end")]
    [InlineData("#set($s = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')$s.matches('(a+)+')",
        "the pattern '\\A(?:(a+)+)\\z' takes too long")]
    public void WhatWouldNotEnd_IsEnded(string template, string expected) =>
        Assert.Equal(expected, Assert.Throws<TemplateException>(() => Rendered.With(template, Deep)).Message);

    [Fact]
    public void Loops_EndAfterAThousandItems() =>
        Assert.Equal(1000, Rendered.With("#foreach($i in [1..2000])x#end").Length);
}
