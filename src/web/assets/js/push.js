/* Being told in this browser: asks the browser for an address, and sends it with the form of the page. */

document.addEventListener('turbo:load', () => {
  const form = document.querySelector('[data-push]');
  if (form && 'serviceWorker' in navigator && 'PushManager' in globalThis) form.hidden = false;
});

document.addEventListener(
  'submit',
  async (event) => {
    const form = event.target.closest('[data-push]');
    if (!form || form.elements.endpoint.value) return;
    event.preventDefault();
    event.stopPropagation();
    try {
      await subscribe(form);
      form.requestSubmit();
    } catch {
      form.querySelector('[data-push-refused]').hidden = false;
    }
  },
  true,
);

async function subscribe(form) {
  await navigator.serviceWorker.register('/service-worker.js');
  const registration = await navigator.serviceWorker.ready;
  const wish = { userVisibleOnly: true, applicationServerKey: form.dataset.push };
  const { endpoint, keys } = (await registration.pushManager.subscribe(wish)).toJSON();
  form.elements.endpoint.value = endpoint;
  form.elements.p256dh.value = keys.p256dh;
  form.elements.auth.value = keys.auth;
}
