using System.Diagnostics;
using System.Text.Json.Nodes;
using Acornima.Ast;
using Jint;
using Jint.Native.Json;
using Lexicon.Local.Hosting;

namespace Lexicon.Local.CloudFront.Functions;

/// <summary>
/// A function of CloudFront Functions
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html). Nothing outlasts a run, and
/// a run has neither network, files, timers nor code from strings. AWS bounds the time that a run computes, below a millisecond on its
/// own machines; here it is the number of statements, which is the same on all.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="script">Its code.</param>
/// <param name="comment">What it is for, in its owner's words; null: they say nothing.</param>
internal sealed class EdgeFunction(string name, Prepared<Script> script, string? comment = null)
{
    private const int MostStatements = 50_000;
    private const int DeepestCall = 100;

    // A function has 2 MB on AWS; what the interpreter itself takes is counted here, too.
    private const long MostMemory = 16 * 1024 * 1024;
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(2);

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>Begins the span of a run.</summary>
    public Activity? Begin() => Spans.Begin($"CloudFront runs {name}")?.SetTag("aws.cloudfront.function.comment", comment);

    /// <summary>What <c>FunctionARN</c> names.</summary>
    public string Arn => ArnOf(name);

    /// <summary>The ARN of a function.</summary>
    public static string ArnOf(string name) => Account.GlobalArn("cloudfront", $"function/{name}");

    /// <summary>Runs the handler.</summary>
    /// <returns>What it returned; null: nothing.</returns>
    /// <exception cref="EdgeFunctionException">It threw, or used up its time, memory or stack.</exception>
    public JsonNode? Run(JsonObject happened)
    {
        try
        {
            using var engine = new Engine(options => options
                .MaxStatements(MostStatements)
                .LimitRecursion(DeepestCall)
                .LimitMemory(MostMemory)
                .TimeoutInterval(LongestRun)
                .DisableStringCompilation());
            engine.SetValue("console", new Dictionary<string, object> { ["log"] = new Action<object?>(Log) });
            engine.Execute(script);
            var parsed = new JsonParser(engine).Parse(happened.ToJsonString());
            var returned = engine.Invoke("handler", parsed).UnwrapIfPromise(LongestRun);
            return returned.IsUndefined() ? null : JsonNode.Parse(new JsonSerializer(engine).Serialize(returned).ToString());
        }
        catch (Exception failure) when (failure is JintException or TimeoutException or OperationCanceledException or ArgumentException)
        {
            throw EdgeFunctionException.NotRun($"The function {name} could not run: {failure.Message}");
        }
    }

    private void Log(object? message) => Spans.Note("console.log", new("function", name), new("message", $"{message}"));
}
