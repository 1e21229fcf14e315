namespace Lexicon.Local.Tests.Sqs;

public sealed class RestartTests : IDisposable
{
    private readonly LettersQueue letters = new();

    public void Dispose() => letters.Dispose();

    [Fact]
    public async Task Message_SurvivesTheRunner()
    {
        await letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");

        var next = letters.Restart();
        letters.Realise("AWS::SQS::Queue", """{ "QueueName": "letters" }""", service: next);
        var received = await letters.AskAsync("ReceiveMessage", "{}", next);

        Assert.Equal("one", (string?)received["Messages"]![0]!["Body"]);
    }

    [Fact]
    public async Task Message_HalfWrittenByAKilledRunner_IsAsItWas()
    {
        await letters.AskAsync("SendMessage", """{ "MessageBody": "one" }""");
        await File.WriteAllTextAsync(Path.Combine(letters.Folder, "sqs", "letters", "next"), "{ \"Id\":");

        var next = letters.Restart();
        letters.Realise("AWS::SQS::Queue", """{ "QueueName": "letters" }""", service: next);
        var received = await letters.AskAsync("ReceiveMessage", "{}", next);

        Assert.Equal("one", (string?)Assert.Single(received["Messages"]!.AsArray())!["Body"]);
        Assert.Single(Directory.GetFiles(Path.Combine(letters.Folder, "sqs", "letters")));
    }
}
