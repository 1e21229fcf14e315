using System.Xml.Linq;
using Lexicon.Local.Iam;
using Lexicon.Local.Iam.Policies;
using Lexicon.Local.Tests.Iam;

namespace Lexicon.Local.Tests.Aws;

public sealed class SecurityTokenServiceTests(EndpointFixture fixture) : IClassFixture<EndpointFixture>
{
    [Fact]
    public async Task GetCallerIdentity_AnswersWhoSigned()
    {
        var request =
            fixture.Request("sts") with
            {
                Body = "Action=GetCallerIdentity&Version=2011-06-15",
                ContentType = "application/x-www-form-urlencoded",
            };

        Assert.Contains(
            $"<Arn>{EndpointFixture.RootArn}</Arn><UserId>123456789012</UserId><Account>123456789012</Account>",
            (await EndpointFixture.AnswerAsync(request.Sign())).Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_OfARoleThatTrustsAnother_IsDenied()
    {
        var request =
            fixture.Request("sts") with
            {
                Body = $"Action=AssumeRole&RoleArn={Requests.Role}&RoleSessionName=me",
                ContentType = "application/x-www-form-urlencoded",
            };

        var answer = await EndpointFixture.AnswerAsync(request.Sign());

        Assert.Equal(403, answer.Status);
        Assert.Contains(
            $"User: {EndpointFixture.RootArn} is not authorized to perform: sts:AssumeRole on resource: {Requests.Role}",
            answer.Body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssumeRole_OfARoleThatTrustsTheAccount_GivesCredentials()
    {
        const string Trusting = "arn:aws:iam::123456789012:role/Trusting";
        var trust = Policy.Read(
            Requests.Document(
                "{ \"Effect\": \"Allow\", \"Principal\": { \"AWS\": \"123456789012\" }, \"Action\": "
                    + "\"sts:AssumeRole\" }"), PolicyKind.Trust, "test");
        fixture.Identities.Add(new Role(Trusting, trust, TimeSpan.FromHours(1)));
        var request =
            fixture.Request("sts") with
            {
                Body = $"Action=AssumeRole&RoleArn={Trusting}&RoleSessionName=me",
                ContentType = "application/x-www-form-urlencoded",
            };

        var answer = XDocument.Parse((await EndpointFixture.AnswerAsync(request.Sign())).Body);

        string Element(string name) => answer.Descendants(answer.Root!.Name.Namespace + name).Single().Value;
        Assert.Equal("2026-11-22T11:00:00Z", Element("Expiration"));
        Assert.Equal(
            (200, "lambda arn:aws:sts::123456789012:assumed-role/Trusting/me body"),
            await EndpointFixture.AnswerAsync((fixture.Request("lambda") with
            {
                KeyId = Element("AccessKeyId"),
                Secret = Element("SecretAccessKey"),
                Token = Element("SessionToken"),
            }).Sign()));
    }

    [Theory]
    [InlineData("899")]
    [InlineData("3601")]
    [InlineData("many")]
    public async Task AssumeRole_ForTooShortOrTooLong_IsRefused(string seconds)
    {
        var role = $"arn:aws:iam::123456789012:role/For{seconds}";
        var trust = Policy.Read(
            Requests.Document("{ \"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"sts:AssumeRole\" }"), PolicyKind.Trust, "test");
        fixture.Identities.Add(new Role(role, trust, TimeSpan.FromHours(1)));
        var request = fixture.Request("sts") with
        {
            Body = $"Action=AssumeRole&RoleArn={role}&RoleSessionName=me&DurationSeconds={seconds}",
            ContentType = "application/x-www-form-urlencoded",
        };

        Assert.Contains("<Code>ValidationError</Code>", (await EndpointFixture.AnswerAsync(request.Sign())).Body, StringComparison.Ordinal);
    }
}
