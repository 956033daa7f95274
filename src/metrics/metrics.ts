import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A request that was answered. */
export interface Answered {
  readonly method: string;
  /** The route's pattern, never the address: that may hold a secret, or a number that stands for a person. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What is measured of this process and of the outbox; nothing about anybody. */
export interface Metrics {
  record(answered: Answered): void;
  /** @returns all figures in the text format of Prometheus, with its content type */
  read(): Promise<{ contentType: string; text: string }>;
}

/** @param countMessages how many status updates are in which state, asked at each reading */
export function createMetrics(countMessages: () => Promise<Readonly<Record<string, number>>>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'fundus_request_duration_seconds',
    help: 'Time until a request was answered',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  new Gauge({
    name: 'fundus_messages',
    help: 'Status updates by state',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await countMessages())) this.set({ state }, count);
    },
  });

  return {
    record: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    read: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
