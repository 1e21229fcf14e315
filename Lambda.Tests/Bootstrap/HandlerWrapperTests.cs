using System.Text;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Lexicon.Lambda.Tests.Events;
using Lexicon.Lambda.Tests.Support;

namespace Lexicon.Lambda.Tests.Bootstrap;

/// <summary>Every shape of handler, given the event <c>{"Name":"x"}</c> and the request id <c>id</c>.</summary>
public sealed class HandlerWrapperTests
{
    private static readonly ILambdaSerializer Serializer = TestJson.Serializer;
    private static readonly List<string> Heard = [];

    // Typed as the stream that handlers return: a memory stream would be an object to serialize.
    private static readonly Func<string, Stream> Bytes = text => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>The wrapper, and its answer.</summary>
    public static TheoryData<string, HandlerWrapper, string> Answering => new()
    {
        { "() => Task<Stream>", HandlerWrapper.GetHandlerWrapper(() => Task.FromResult(Bytes("out"))), "out" },
        { "Stream => Task<Stream>", HandlerWrapper.GetHandlerWrapper((Stream e) => Task.FromResult(Bytes(Text(e)))), "{\"Name\":\"x\"}" },
        { "T => Task<Stream>", HandlerWrapper.GetHandlerWrapper((TestJson.Named e) => Task.FromResult(Bytes(e.Name!)), Serializer), "x" },
        { "context => Task<Stream>", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Task.FromResult(Bytes(c.AwsRequestId))), "id" },
        { "Stream, context => Task<Stream>", HandlerWrapper.GetHandlerWrapper(
            (Stream e, ILambdaContext c) => Task.FromResult(Bytes(Text(e) + c.AwsRequestId))), "{\"Name\":\"x\"}id" },
        { "T, context => Task<Stream>", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e, ILambdaContext c) => Task.FromResult(Bytes(e.Name + c.AwsRequestId)), Serializer), "xid" },
        { "() => Stream", HandlerWrapper.GetHandlerWrapper(() => Bytes("out")), "out" },
        { "Stream => Stream", HandlerWrapper.GetHandlerWrapper((Stream e) => Bytes(Text(e))), "{\"Name\":\"x\"}" },
        { "T => Stream", HandlerWrapper.GetHandlerWrapper((TestJson.Named e) => Bytes(e.Name!), Serializer), "x" },
        { "context => Stream", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Bytes(c.AwsRequestId)), "id" },
        { "Stream, context => Stream", HandlerWrapper.GetHandlerWrapper(
            (Stream e, ILambdaContext c) => Bytes(Text(e) + c.AwsRequestId)), "{\"Name\":\"x\"}id" },
        { "T, context => Stream", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e, ILambdaContext c) => Bytes(e.Name + c.AwsRequestId), Serializer), "xid" },
        { "() => Task<T>", HandlerWrapper.GetHandlerWrapper(() => Task.FromResult(Named("out")), Serializer), "{\"Name\":\"out\"}" },
        { "Stream => Task<T>", HandlerWrapper.GetHandlerWrapper(
            (Stream e) => Task.FromResult(Named(Text(e)[..2])), Serializer), "{\"Name\":\"{\\\"\"}" },
        { "T => Task<T>", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e) => Task.FromResult(Named(e.Name + "!")), Serializer), "{\"Name\":\"x!\"}" },
        { "context => Task<T>", HandlerWrapper.GetHandlerWrapper(
            (ILambdaContext c) => Task.FromResult(Named(c.AwsRequestId)), Serializer), "{\"Name\":\"id\"}" },
        { "Stream, context => Task<T>", HandlerWrapper.GetHandlerWrapper(
            (Stream e, ILambdaContext c) => Task.FromResult(Named(Text(e)[2..6] + c.AwsRequestId)), Serializer), "{\"Name\":\"Nameid\"}" },
        { "T, context => Task<T>", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e, ILambdaContext c) => Task.FromResult(Named(e.Name + c.AwsRequestId)), Serializer), "{\"Name\":\"xid\"}" },
        { "() => T", HandlerWrapper.GetHandlerWrapper(() => Named("out"), Serializer), "{\"Name\":\"out\"}" },
        { "Stream => T", HandlerWrapper.GetHandlerWrapper((Stream e) => Named(Text(e)[2..6]), Serializer), "{\"Name\":\"Name\"}" },
        { "T => T", HandlerWrapper.GetHandlerWrapper((TestJson.Named e) => Named(e.Name + "!"), Serializer), "{\"Name\":\"x!\"}" },
        { "context => T", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Named(c.AwsRequestId), Serializer), "{\"Name\":\"id\"}" },
        { "Stream, context => T", HandlerWrapper.GetHandlerWrapper(
            (Stream e, ILambdaContext c) => Named(Text(e)[2..6] + c.AwsRequestId), Serializer), "{\"Name\":\"Nameid\"}" },
        { "T, context => T", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e, ILambdaContext c) => Named(e.Name + c.AwsRequestId), Serializer), "{\"Name\":\"xid\"}" },
        { "Stream, context, output", HandlerWrapper.GetHandlerWrapper((
            Stream e,
            ILambdaContext c,
            MemoryStream output) => output.Write(Encoding.UTF8.GetBytes(Text(e) + c.AwsRequestId))), "{\"Name\":\"x\"}id" },
    };

    /// <summary>The wrapper, and what its handler heard.</summary>
    public static TheoryData<string, HandlerWrapper, string> Silent => new()
    {
        { "() => Task", HandlerWrapper.GetHandlerWrapper(() => Hear("called 1")), "called 1" },
        { "Stream => Task", HandlerWrapper.GetHandlerWrapper((Stream e) => Hear(Text(e) + "2")), "{\"Name\":\"x\"}2" },
        { "T => Task", HandlerWrapper.GetHandlerWrapper((TestJson.Named e) => Hear(e.Name + "3"), Serializer), "x3" },
        { "context => Task", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => Hear(c.AwsRequestId + "4")), "id4" },
        { "Stream, context => Task", HandlerWrapper.GetHandlerWrapper(
            (Stream e, ILambdaContext c) => Hear(Text(e) + c.AwsRequestId + "5")), "{\"Name\":\"x\"}id5" },
        { "T, context => Task", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e, ILambdaContext c) => Hear(e.Name + c.AwsRequestId + "6"), Serializer), "xid6" },
        { "()", HandlerWrapper.GetHandlerWrapper(() => { Hear("called 7"); }), "called 7" },
        { "Stream", HandlerWrapper.GetHandlerWrapper((Stream e) => { Hear(Text(e) + "8"); }), "{\"Name\":\"x\"}8" },
        { "T", HandlerWrapper.GetHandlerWrapper((TestJson.Named e) => { Hear(e.Name + "9"); }, Serializer), "x9" },
        { "context", HandlerWrapper.GetHandlerWrapper((ILambdaContext c) => { Hear(c.AwsRequestId + "10"); }), "id10" },
        { "Stream, context", HandlerWrapper.GetHandlerWrapper(
            (Stream e, ILambdaContext c) => { Hear(Text(e) + c.AwsRequestId + "11"); }), "{\"Name\":\"x\"}id11" },
        { "T, context", HandlerWrapper.GetHandlerWrapper(
            (TestJson.Named e, ILambdaContext c) => { Hear(e.Name + c.AwsRequestId + "12"); }, Serializer), "xid12" },
    };

    [Theory]
    [MemberData(nameof(Answering), DisableDiscoveryEnumeration = true)]
    public async Task Handler_OfEachShape_AnswersWithWhatItReturns(string shape, HandlerWrapper wrapper, string expected)
    {
        // Twice, since a wrapper keeps its output from answer to answer.
        for (var i = 0; i < 2; i++)
        {
            using var invocation = Invocation();
            var response = await wrapper.Handler(invocation);
            Assert.Equal((shape, expected), (shape, Text(response.OutputStream!)));
        }
    }

    [Theory]
    [MemberData(nameof(Silent), DisableDiscoveryEnumeration = true)]
    public async Task Handler_ThatReturnsNothing_AnswersNothing(string shape, HandlerWrapper wrapper, string expected)
    {
        using var invocation = Invocation();
        var response = await wrapper.Handler(invocation);

        Assert.Equal(0, response.OutputStream.Length);
        Assert.True(Heard.Contains(expected), shape);
    }

    [Fact]
    public async Task Handler_GivenWhatIsNotJson_FailsWithTheTypeItWanted()
    {
        var wrapper = HandlerWrapper.GetHandlerWrapper((TestJson.Named e) => e, Serializer);
        using var invocation = new InvocationRequest(Bytes("{"), new TestContext());

        var failure = await Assert.ThrowsAsync<Amazon.Lambda.Serialization.SystemTextJson.JsonSerializerException>(
            () => wrapper.Handler(invocation));
        Assert.StartsWith(
            "Error converting the Lambda event JSON payload to type Lexicon.Lambda.Tests.Events.TestJson+Named: ", failure.Message,
            StringComparison.Ordinal);
    }

    private static InvocationRequest Invocation() => new(Bytes("{\"Name\":\"x\"}"), new TestContext());

    private static TestJson.Named Named(string name) => new() { Name = name };

    private static string Text(Stream stream)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        return reader.ReadToEnd();
    }

    private static Task Hear(string what)
    {
        lock (Heard)
        {
            Heard.Add(what);
        }

        return Task.CompletedTask;
    }
}
