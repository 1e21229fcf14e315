namespace Lexicon.Sources.Tests.Dialect;

/// <summary>That each rule notices what breaks it, and nothing else.</summary>
public sealed class DialectRuleTests
{
    [Fact]
    public void LineLength_AllowsTheLastColumn_AndWhatCannotBeBroken() => Assert.Equal([1], LineLength.Breaches(Read($"""
        // b {new string('a', 135)}
        // b {new string('a', 136)}
        // {new string('a', 138)}
        """)));

    [Fact]
    public void LineLength_AllowsLinesOfATextThatAnotherProgramReads() => Assert.Equal([4], LineLength.Breaches(Read($""""
        var a = """
            b {new string('a', 140)}
            """;
        var c =
            b {new string('a', 140)};
        """")));

    [Fact]
    public void BlankLineAfterBlock_IsNeededBeforeAStatementAndAMember() => Assert.Equal([6, 8], BlankLineAfterBlock.Breaches(Read("""
        class A
        {
            void B()
            {
                if (true)
                {
                }
                B();
            }
            int C;
        }
        """)));

    [Fact]
    public void BlankLineAfterBlock_IsNotNeededWhereTheBlockGoesOn() => Assert.Empty(BlankLineAfterBlock.Breaches(Read("""
        class A
        {
            const string B = @"
            }
            text";

            void C()
            {
                try
                {
                }
                catch
                {
                }
                finally
                {
                }

                do
                {
                }
                while (true);
                var d = new E
                {
                    F = 1,
                }
                .G();
        #if DEBUG
                {
                }
        #endif
            }

            int H { get; set; }
            int I;
        }
        """)));

    [Fact]
    public void ArrowAtTheEnd_IsNeededInMembersLambdasAndSwitches() => Assert.Equal([3, 8, 10], ArrowAtTheEnd.Breaches(Read("""
        class A
        {
            int B()
                => 1;

            int C(int d) => d switch
            {
                1
                    => 1,
                2 => Run(()
                    => 2),
                _ => 3, // => 3
            };
        }
        """)));

    [Fact]
    public void InheritedDocumentation_IsOfTypesThatAreVisible() => Assert.Equal([7, 12], InheritedDocumentation.Breaches(Read("""
        public class A : I
        {
            /// <inheritdoc/>
            public void B() { }

            private class C : I
            {
                /// <inheritdoc/>
                public void B() { }
            }
        }

        /// <inheritdoc/>
        class D : I
        {
        }
        """)));

    private static SourceFile Read(string text) => new("Example.cs", text);
}
