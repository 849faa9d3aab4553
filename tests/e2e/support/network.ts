import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** The network between one device and the app. */
export class Network {
  readonly #server: Server;
  /** The app's end of each connection by the device's. */
  readonly #connections = new Map<Socket, Socket>();
  #isDown = false;

  private constructor(appPort: number) {
    this.#server = createServer((device) => this.#carry(device, connect(appPort, "127.0.0.1")));
  }

  static async to(appPort: number): Promise<Network> {
    const network = new Network(appPort);
    network.#server.listen(0, "127.0.0.1");
    await once(network.#server, "listening");
    return network;
  }

  /** Where the device reaches the app. */
  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Nothing gets through any more. The app learns that its connections ended, the device learns nothing. */
  goDown(): void {
    this.#isDown = true;
    for (const [device, app] of this.#connections) {
      device.unpipe().pause();
      app.destroy();
    }
  }

  /** New connections work again; those from before turn out to be dead. */
  comeBack(): void {
    this.#isDown = false;
    for (const device of this.#connections.keys()) device.resetAndDestroy();
  }

  close(): void {
    this.#server.close();
    for (const device of this.#connections.keys()) device.destroy();
  }

  #carry(device: Socket, app: Socket): void {
    this.#connections.set(device, app);
    for (const socket of [device, app]) socket.on("error", () => undefined);
    device.once("close", () => {
      this.#connections.delete(device);
      app.destroy();
    });
    app.once("close", () => {
      if (!this.#isDown) device.destroy();
    });
    if (!this.#isDown) device.pipe(app).pipe(device);
  }
}
