namespace Lexicon.Local.Lambda.Sandbox;

/// <summary>
/// A wrapper script, which the managed runtimes start in their own place, with their command as its arguments
/// (https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html#runtime-wrapper). OS-only runtimes have none.
/// </summary>
internal static class WrapperScript
{
    /// <summary>The variable that names it.</summary>
    public const string Variable = "AWS_LAMBDA_EXEC_WRAPPER";
    private const string TaskRoot = "/var/task/";

    /// <summary>Where the script lies: what is below <c>/var/task</c> on AWS is below the task root here.</summary>
    public static string PathOf(string value, string taskRoot) =>
        Path.Combine(taskRoot, value.StartsWith(TaskRoot, StringComparison.Ordinal) ? value[TaskRoot.Length..] : value);
}
