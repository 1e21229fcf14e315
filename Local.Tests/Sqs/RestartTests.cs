namespace Lexicon.Local.Tests.Sqs;

public sealed class RestartTests : IDisposable
{
    private readonly RunningSqs _letters = new();

    public void Dispose() => _letters.Dispose();

    [Fact]
    public async Task Message_SurvivesTheRunner()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");

        var next = _letters.Restart();
        _letters.Provision("AWS::SQS::Queue", """{ "QueueName": "letters" }""", service: next);
        var received = await _letters.AskAsync("ReceiveMessage", "{}", next);

        Assert.Equal("one", (string?)received["Messages"]![0]!["Body"]);
    }

    [Fact]
    public async Task Message_HalfWrittenByAKilledRunner_IsAsItWas()
    {
        await _letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await File.WriteAllTextAsync(Path.Combine(_letters.Folder, "sqs", "letters", "next"), "{ \"Id\":");

        var next = _letters.Restart();
        _letters.Provision("AWS::SQS::Queue", """{ "QueueName": "letters" }""", service: next);
        var received = await _letters.AskAsync("ReceiveMessage", "{}", next);

        Assert.Equal("one", (string?)Assert.Single(received["Messages"]!.AsArray())!["Body"]);
        Assert.Single(Directory.GetFiles(Path.Combine(_letters.Folder, "sqs", "letters")));
    }
}
