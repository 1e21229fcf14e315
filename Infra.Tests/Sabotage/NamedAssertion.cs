using System.Reflection;
using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>One test of this assembly, a theory with all its data, run here in process, again and again.</summary>
internal sealed record NamedAssertion(MethodInfo Method)
{
    private const string Lists = "Exact";

    // Snapshots, updates and linters look at all of a template at once, and documents at what it says of itself: they promise
    // nothing by name. No more do the lists of all that a stack says, which come second, for what is no promise. ShapeTests is a
    // list, too, but of what may be said at all: it promises that all else has AWS's default.
    private static readonly string[] s_without = ["Snapshots", "Updates", "Lint", "Sabotage"];

    /// <summary>Every test that makes a promise.</summary>
    public static IReadOnlyList<NamedAssertion> All { get; } = [.. Public().Where(assertion => assertion.Room is not Lists)];

    /// <summary>The tests that hold every line of a stack.</summary>
    public static IReadOnlyList<NamedAssertion> OfLists { get; } = [.. Public().Where(assertion => assertion.Room is Lists)];

    private string Room => Method.DeclaringType!.Namespace!.Split('.')[^1];

    /// <summary>Runs it to its end; answers why it fails, or null.</summary>
    public async Task<Exception?> RunAsync()
    {
        try
        {
            foreach (var arguments in Cases())
            {
                await RunAsync(arguments);
            }

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public override string ToString() => $"{Method.DeclaringType!.Name}.{Method.Name}";

    private static IEnumerable<NamedAssertion> Public() =>
        from type in typeof(NamedAssertion).Assembly.GetTypes()
        where type.IsPublic && !s_without.Contains(type.Namespace!.Split('.')[^1])
        where !type.Name.EndsWith("DocumentTests", StringComparison.Ordinal)
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<FactAttribute>() is not null
        select new NamedAssertion(method);

    private async Task RunAsync(object?[] arguments)
    {
        var instance = Activator.CreateInstance(Method.DeclaringType!);
        try
        {
            // As it was thrown: a test that ends at once and one that is awaited fail alike.
            if (Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, Complete(arguments), null) is Task task)
            {
                await task;
            }
        }
        finally
        {
            (instance as IDisposable)?.Dispose();
        }
    }

    // As xunit does it: what the data leave out has its default, and what is left over is the list at the end.
    private object?[] Complete(object?[] arguments)
    {
        var parameters = Method.GetParameters();
        if (parameters is [.., var last] && last.IsDefined(typeof(ParamArrayAttribute)))
        {
            var rest = arguments[(parameters.Length - 1)..];
            var list = Array.CreateInstance(last.ParameterType.GetElementType()!, rest.Length);
            rest.CopyTo(list, 0);
            return [.. arguments[..(parameters.Length - 1)], list];
        }

        return [.. arguments, .. parameters[arguments.Length..].Select(parameter => parameter.DefaultValue)];
    }

    private IEnumerable<object?[]> Cases() => Method.GetCustomAttribute<TheoryAttribute>() is null
        ? [[]]
        : Method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(Method)!);
}
