using Amazon.Lambda.APIGatewayEvents;
using Lexicon.Lambda.Tests.Events;

namespace Lexicon.Lambda.Tests.Tutorials;

public sealed class TutorialTests
{
    [Fact]
    public void Message_OfAWebSocket_IsHandled()
    {
        var request = TestJson.Read<APIGatewayProxyRequest>(nameof(TestJson.Serializer), Samples.WebSocket);

        Assert.Equal("OU1MDCPVOAMCJEG= 1700000000000 8 hello", TutorialHandlers.Message(request));
    }

    [Theory]
    [InlineData("allow", "Allow")]
    [InlineData("other", "Deny")]
    public void Token_IsAuthorized(string token, string effect)
    {
        var response = TutorialHandlers.Authorize(new() { AuthorizationToken = token, MethodArn = "arn" });

        Assert.Equal(effect, response.PolicyDocument.Statement[0].Effect);
    }

    [Fact]
    public async Task Stream_OutsideAnInvocation_IsRefused() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => TutorialHandlers.StreamAsync([1]));
}
