using System.Text;
using System.Text.Json;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;

namespace Lexicon.Functions.Tests.Http;

public sealed class AnswerSizeTests
{
    /// <summary>6 MB, see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
    private const int LargestAnswer = 6 * 1024 * 1024;

    [Fact]
    public void TheFullestPageOfTerms_FitsIntoWhatLambdaTakes()
    {
        var url = "https://a.example/".PadRight(Limits.ReferenceUrl, '\'');
        var draft = TermDraft.From(new(
            Quotes(Limits.TermName),
            Quotes(Limits.Definition),
            [.. Enumerable.Repeat(new ReferenceBody(Quotes(Limits.ReferenceTitle), url), Limits.References)],
            [.. Enumerable.Range(0, Limits.Tags).Select(number => $"{number}".PadRight(Limits.Tag, '"'))]))
            .Match(value => value, failure => throw new InvalidOperationException(failure.Detail));
        var term = Term.New(default, default, draft, DateTimeOffset.UnixEpoch);
        var page = new Page<Term>([.. Enumerable.Repeat(term, Limits.Page)], term.Position.ToString());

        var answer = Answers.Of(page, new Paging(new(Limits.Page, null), new Cursors(["ListTerms"])));
        var response = Responses.Of(Routes.Of("ListTerms"), answer);

        var size = Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(response, EventJson.Default.APIGatewayProxyResponse));
        Assert.InRange(size, LargestAnswer / 3, LargestAnswer);
    }

    private static string Quotes(int length) => new('"', length);
}
