using System.Text;
using System.Text.Json;
using Lexicon.Functions.Contract;
using Lexicon.Functions.Domain;
using Lexicon.Functions.Http;
using Lexicon.Functions.Json;
using Lexicon.Functions.Tests.Support;

namespace Lexicon.Functions.Tests.Http;

public sealed class AnswerSizeTests
{
    /// <summary>6 MB, see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html.</summary>
    private const int LargestAnswer = 6 * 1024 * 1024;

    [Fact]
    public void TheFullestPageOfTerms_FitsIntoWhatLambdaTakes()
    {
        var draft = TermDraft.From(RequestBodies.Largest(typeof(TermRequest), '"').Deserialize(ContractJson.Default.TermRequest)!)
            .Match(value => value, failure => throw new InvalidOperationException(failure.Detail));
        var term = Term.New(default, default, draft, DateTimeOffset.UnixEpoch);
        var page = new Page<Term>([.. Enumerable.Repeat(term, Limits.Page)], term.Position.ToString());

        var answer = Answers.Of(page, new Paging(new(Limits.Page, null), new Cursors(["ListTerms"])));
        var response = Responses.Of(Routes.Of("ListTerms"), answer);

        var size = Encoding.UTF8.GetByteCount(JsonSerializer.Serialize(response, EventJson.Default.APIGatewayProxyResponse));
        Assert.InRange(size, LargestAnswer / 3, LargestAnswer);
    }
}
