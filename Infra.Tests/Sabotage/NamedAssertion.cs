using Xunit.Sdk;

namespace Lexicon.Infra.Tests.Sabotage;

/// <summary>One test of this assembly, a theory with all its data, run here in process, again and again.</summary>
internal sealed record NamedAssertion(Type Type, MethodInfo Method)
{
    // Snapshots and documents look at what a template says of itself, linters and updates at all of it, the options at none: they promise
    // nothing by name.
    private static readonly string[] Without = ["Snapshots", "Context", "Documents", "Costs", "Lint", "Updates", "Sabotage"];

    /// <summary>Every test that makes a promise.</summary>
    public static IEnumerable<NamedAssertion> All =>
        from type in typeof(NamedAssertion).Assembly.GetTypes()
        where type is { IsPublic: true, IsAbstract: false } && !Without.Contains(type.Namespace!.Split('.')[^1])
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance)
        where method.IsDefined(typeof(FactAttribute))
        select new NamedAssertion(type, method);

    /// <summary>Runs it to its end; returns why it fails, or null.</summary>
    public Exception? Run()
    {
        try
        {
            foreach (var arguments in Cases())
            {
                var instance = Activator.CreateInstance(Type);
                using (instance as IDisposable)
                {
                    (Method.Invoke(instance, BindingFlags.DoNotWrapExceptions, null, arguments, null) as Task)?.GetAwaiter().GetResult();
                }
            }

            return null;
        }
        catch (Exception e)
        {
            return e;
        }
    }

    public override string ToString() => $"{Type.Name}.{Method.Name}";

    private IEnumerable<object?[]> Cases() => Method.IsDefined(typeof(TheoryAttribute))
        ? Method.GetCustomAttributes<DataAttribute>().SelectMany(data => data.GetData(Method)!)
        : [[]];
}
